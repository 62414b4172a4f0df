import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page, Pages } from "../pages.js";

/** The files of the documentation viewers, served from the installed packages. */
const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  "swagger-ui.css": { file: "swagger-ui-dist/swagger-ui.css", type: "text/css" },
  "swagger-ui.js": { file: "swagger-ui-dist/swagger-ui-bundle.js", type: "text/javascript" },
  "redoc.js": { file: "redoc/bundles/redoc.standalone.js", type: "text/javascript" },
};

const FOLDER = "/assets";

/** The address of a viewer's file, the same on every host. */
export function assetPath(name: string): string {
  return `${FOLDER}/${name}`;
}

/** Starts Swagger UI; a file of its own, so that the page's policy needs no inline scripts. */
const SWAGGER_START = `const ui = document.getElementById("ui");
SwaggerUIBundle({
  url: ui.dataset.document,
  domNode: ui,
  deepLinking: true,
  persistAuthorization: true,
});
`;

/** Reads a file when it is first asked for and keeps it. */
function assetPage(file: string, type: string): Page {
  const path = createRequire(import.meta.url).resolve(file);
  let held: Promise<Buffer> | undefined;
  return async (ctx) => {
    held ??= readFile(path);
    ctx.type = type;
    ctx.set("cache-control", "public, max-age=86400");
    ctx.body = await held;
  };
}

export function addAssets(pages: Pages): void {
  for (const [name, { file, type }] of Object.entries(FILES)) {
    pages.add(undefined, assetPath(name), assetPage(file, type));
  }
  pages.add(undefined, assetPath("swagger-start.js"), (ctx) => {
    ctx.type = "text/javascript";
    ctx.body = SWAGGER_START;
  });
}
