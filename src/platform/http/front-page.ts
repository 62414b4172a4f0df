import { escaped, htmlFrame, htmlPage } from "./html.js";
import type { Page } from "./pages.js";
import type { Surface } from "./surfaces.js";

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

const STYLE = `<style>
:root { color-scheme: light dark; --line: light-dark(#d9d9d4, #3a3a38);
  --soft: light-dark(#5c5c58, #a8a8a2) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 58rem; margin: 3rem auto;
  padding: 0 1.25rem; background: light-dark(#fdfdfb, #1b1b1a);
  color: light-dark(#1d1d1b, #ecece7) }
h1 { font-size: 1.9rem; margin: 0 }
h2 { font-size: 1.1rem; margin: 0 }
p { margin: .3rem 0; color: var(--soft) }
a { color: light-dark(#0b57a4, #8ab8f0) }
code { font-size: .9rem }
section { border-top: 1px solid var(--line); padding: 1.1rem 0 }
nav a { margin-right: 1.25rem }
main { margin-top: 2rem }
</style>`;

function section(surfaces: readonly Surface[]): string {
  const [first] = surfaces;
  if (first === undefined) return "";
  const { market, base } = first;
  const own = surfaces.find(({ host }) => host !== undefined);
  const elsewhere = own === undefined ? "" : ` and on ${escaped(`${own.host}${own.base}`)}`;
  const link = (path: string, text: string): string =>
    `<a href="${escaped(base)}${path}">${text}</a>`;
  return `<section>
<h2>${escaped(market.title)}</h2>
<p>${escaped(market.description)}</p>
<p>Answers at <code>${escaped(base)}</code>${elsewhere}.</p>
<nav>${link("/docs", "Try it")} ${link("/redoc", "Reference")}
${link("/openapi.json", "OpenAPI 3.1")} ${link("/postman.json", "Postman")}</nav>
</section>`;
}

/** `GET /`: what is mounted here and where its documentation is. */
export function frontPage(surfaces: readonly Surface[]): Page {
  const markets = [...new Set(surfaces.map(({ market }) => market))];
  const sections = markets.map((market) =>
    section(surfaces.filter((surface) => surface.market === market)),
  );
  const body = `<h1>Daybook</h1>
<p>Event-sourced money: one log, every book posted from it.</p>
<main>
${sections.join("\n")}
<section>
<h2>This process</h2>
<nav><a href="/healthz">Alive</a> <a href="/readyz">Ready</a> <a href="/metrics">Metrics</a></nav>
</section>
</main>`;
  return htmlPage(htmlFrame("Daybook", STYLE, body), POLICY);
}
