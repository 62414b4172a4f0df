import type { App } from "../../kernel/app.js";
import { caller } from "../../kernel/caller.js";
import { realm } from "../../kernel/route.js";

/** Who may call, as "Authentication: Required (…)" of each endpoint says. */
export const ANY_MEMBER = realm("member");
export const STAFF = realm("member", "staff", "admin", "superuser");
export const ADMINS = realm("member", "admin", "superuser");
export const SUPERUSER = realm("member", "superuser");

const ADMIN_ROLES = ["admin", "superuser"];

/** Notes, 5: "is_superuser=True or role='admin'". */
export function isAdmin(app: Pick<App, "principal">): boolean {
  return ADMIN_ROLES.includes(caller(app).role);
}

/** Whether the caller may view all users: staff and admins may. */
export function isStaff(app: Pick<App, "principal">): boolean {
  return isAdmin(app) || caller(app).role === "staff";
}
