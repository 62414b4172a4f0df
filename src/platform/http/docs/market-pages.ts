import type { Context } from "koa";
import type { Page, Pages } from "../pages.js";
import type { Surface } from "../surfaces.js";
import { openApi } from "./openapi.js";
import { postmanCollection } from "./postman.js";
import { redocPage, swaggerPage } from "./viewers.js";

/** Serves JSON that is made at the first request and never changes. */
function fixedJson(make: () => object): Page {
  let text: string | undefined;
  return (ctx) => {
    text ??= JSON.stringify(make());
    ctx.type = "application/json; charset=utf-8";
    ctx.body = text;
  };
}

function postmanPage({ market, base }: Surface): Page {
  return (ctx: Context) => {
    ctx.type = "application/json; charset=utf-8";
    ctx.attachment(`${market.name}.postman_collection.json`);
    const address = `${ctx.protocol}://${ctx.host}${base}`;
    ctx.body = JSON.stringify(postmanCollection(market, address), null, 2);
  };
}

/** The documentation of one surface: openapi.json, docs, redoc, postman.json below its base. */
export function addMarketPages(pages: Pages, surface: Surface): void {
  const { market, base, host } = surface;
  const documentPath = `${base}/openapi.json`;
  pages.add(
    host,
    documentPath,
    fixedJson(() => openApi(market, base)),
  );
  pages.add(host, `${base}/docs`, swaggerPage(market.title, documentPath));
  pages.add(host, `${base}/redoc`, redocPage(market.title, documentPath));
  pages.add(host, `${base}/postman.json`, postmanPage(surface));
}
