import type { Principal } from "../kernel/identity.js";
import type { App } from "../kernel/app.js";
import { realm, type Permission } from "../kernel/route.js";

/** The marketplace of staff accounts: they belong to none of the markets. */
export const MARKETPLACE = "operations";

/** Staff of every role may read the books, the log and what is stuck. */
export const READERS: Permission = realm("staff", "finance", "admin", "super_admin");

/** Who keeps the books says what the bank has done. */
export const BOOKKEEPERS: Permission = realm("staff", "finance", "super_admin");

/** Rebuilding and rolling back is for those who answer for the service. */
export const ADMINISTRATORS: Permission = realm("staff", "admin", "super_admin");

/** The caller of a route that is not public. */
export function callerOf(app: App): Principal {
  if (app.principal === undefined) throw new Error("a staff route was called without a caller");
  return app.principal;
}
