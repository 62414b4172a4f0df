import { reject, type Rejection } from "../../kernel/rejection.js";
import type { AccountEvent, Permissions } from "./events.js";
import type { Account } from "./state.js";

/**
 * Sets what staff may do beside their role, or null for all that the role may. What is set already
 * changes nothing.
 */
export function setPermissions(
  permissions: Permissions | null,
  state: Account,
): readonly AccountEvent[] | Rejection {
  if (state.kind !== "staff") {
    return reject("invalid", "not_staff", "Only staff have permissions.");
  }
  if (same(permissions, state.permissions)) return [];
  return [{ type: "PermissionsSet", data: { accountId: state.accountId, permissions } }];
}

function same(one: Permissions | null, other: Permissions | null): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(permissions: Permissions | null) {
  if (permissions === null) return null;
  return Object.entries(permissions)
    .map(([resource, access]) => [resource, access.toSorted()] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}
