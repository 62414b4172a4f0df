import type { App } from "../../kernel/app.js";

/** The id of whoever calls; a route that is not public always has one. */
export function callerId(app: App): string {
  if (app.principal === undefined) throw new Error("a public route has no caller");
  return app.principal.id;
}
