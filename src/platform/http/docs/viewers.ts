import type { Page } from "../pages.js";
import { escaped, htmlFrame, htmlPage } from "../html.js";
import { assetPath } from "./assets.js";

/** Both viewers style themselves inline; ReDoc searches in a worker made from a blob. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src blob:",
  "frame-ancestors 'none'",
].join("; ");

const NO_MARGIN = "<style>body { margin: 0 }</style>";

/** Swagger UI over a market's document. */
export function swaggerPage(title: string, documentPath: string): Page {
  const head = `<link rel="stylesheet" href="${assetPath("swagger-ui.css")}">
${NO_MARGIN}`;
  const body = `<div id="ui" data-document="${escaped(documentPath)}"></div>
<script src="${assetPath("swagger-ui.js")}"></script>
<script src="${assetPath("swagger-start.js")}"></script>`;
  return htmlPage(htmlFrame(`${title}: API`, head, body), POLICY);
}

/** ReDoc over a market's document. */
export function redocPage(title: string, documentPath: string): Page {
  const body = `<redoc spec-url="${escaped(documentPath)}" hide-download-button></redoc>
<script src="${assetPath("redoc.js")}"></script>`;
  return htmlPage(htmlFrame(`${title}: reference`, NO_MARGIN, body), POLICY);
}
