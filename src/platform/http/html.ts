import type { Page } from "./pages.js";

/** Text as it may stand in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** A whole document around a head and a body. */
export function htmlFrame(title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** @param policy what the page may load, as a Content-Security-Policy */
export function htmlPage(html: string, policy: string): Page {
  return (ctx) => {
    ctx.set("content-security-policy", policy);
    ctx.type = "text/html; charset=utf-8";
    ctx.body = html;
  };
}
