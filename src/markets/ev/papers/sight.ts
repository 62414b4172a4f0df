import type { App } from "../../../kernel/app.js";
import { caller } from "../../../kernel/caller.js";
import { isAdmin, isStaff } from "../roles.js";

/** Whose papers somebody may see: those of owners in these roles, and always their own. */
export interface Sight {
  readonly accountId: string;
  /** Undefined sees everybody's. */
  readonly roles: readonly string[] | undefined;
}

/**
 * Get KYC Status, Permission Hierarchy: admins and superusers see all, staff their own and normal
 * users', a normal user only their own.
 */
export function sightOf(app: Pick<App, "principal">): Sight {
  const accountId = caller(app).id;
  if (isAdmin(app)) return { accountId, roles: undefined };
  return { accountId, roles: isStaff(app) ? ["user"] : [] };
}

/** Whether papers of this owner are in sight. */
export function sees(
  { accountId, roles }: Sight,
  owner: { readonly id: string; readonly role: string },
): boolean {
  return roles === undefined || owner.id === accountId || roles.includes(owner.role);
}
