import type { App } from "../../kernel/app.js";
import { realm } from "../../kernel/route.js";

const MANAGER_ROLES = ["super_admin", "admin"];
const BOOKKEEPER_ROLES = [...MANAGER_ROLES, "finance"];

/** Who of the staff may do what; the document names the roles and no matrix (A56). */
export const ANY_STAFF = realm("admin");
export const OWNER = realm("admin", "super_admin");
export const MANAGERS = realm("admin", ...MANAGER_ROLES);
export const CARERS = realm("admin", ...MANAGER_ROLES, "support");
export const BOOKKEEPERS = realm("admin", ...BOOKKEEPER_ROLES);

/** Whether the caller is one of `MANAGERS`, where an answer tells them more than others. */
export function mayManage({ principal }: App): boolean {
  return principal !== undefined && MANAGER_ROLES.includes(principal.role);
}

/** Whether the caller is one of `BOOKKEEPERS`, where a change moves money as well. */
export function mayKeepBooks({ principal }: App): boolean {
  return principal !== undefined && BOOKKEEPER_ROLES.includes(principal.role);
}
