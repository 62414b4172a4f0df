import { z } from "zod";
import type { App } from "../../kernel/app.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { Route } from "../../kernel/route.js";
import { accountById } from "../../../projections/accounts.js";

/** What staff may be given or denied: the second part of an admin path. */
const RESOURCES = [
  "analytics",
  "audit_logs",
  "bookings",
  "contact_submissions",
  "dashboard",
  "partners",
  "payouts",
  "promo_codes",
  "services",
  "settings",
  "users",
] as const;

type Resource = (typeof RESOURCES)[number];

/** admin_users.permissions: `{"bookings": ["read", "write"], "partners": ["read"]}`. */
export const permissionsSchema = z.partialRecord(
  z.enum(RESOURCES),
  z.array(z.enum(["read", "write"])).max(2),
);

const DENIED = reject("forbidden", "permission_missing", "You have no permission for this.");

/**
 * The route, refused to staff whose own permissions leave it out (Security, "Resource-level
 * permissions"). They narrow what the role may and never widen it: whoever has none of their own
 * may do all that the role may, and a super_admin always may, so that nobody locks the house.
 * They are read at every call, so a change takes effect at once.
 */
export function guarded(route: Route): Route {
  const resource = resourceOf(route.path);
  if (resource === undefined) return route;
  const access = route.method === "GET" ? "read" : "write";
  return {
    ...route,
    handle: async (input, app) => (await denied(app, resource, access)) ?? route.handle(input, app),
  };
}

function resourceOf(path: string): Resource | undefined {
  const name = path.split("/")[2]?.replaceAll("-", "_");
  return RESOURCES.find((resource) => resource === name);
}

async function denied(
  { principal, reads }: App,
  resource: Resource,
  access: "read" | "write",
): Promise<Rejection | undefined> {
  if (principal === undefined || principal.role === "super_admin") return undefined;
  const account = await accountById(reads, principal.id);
  if (account === undefined) return DENIED;
  const { permissions } = account;
  return permissions === null || permissions[resource]?.includes(access) ? undefined : DENIED;
}
