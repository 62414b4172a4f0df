import type { App } from "./app.js";
import type { Principal } from "./identity.js";

/** Whoever calls; a route that is not public always has one. */
export function caller(app: Pick<App, "principal">): Principal {
  if (app.principal === undefined) throw new Error("a public route has no caller");
  return app.principal;
}

/** The id of whoever calls. */
export function callerId(app: Pick<App, "principal">): string {
  return caller(app).id;
}
