import type { Principal } from "../../../kernel/identity.js";
import { reject, type Rejection } from "../../../kernel/rejection.js";
import type { MemberRow } from "../../../../projections/members.js";
import { forbidden } from "../refusals.js";
import { contactKey } from "./contact.js";

const OWN_ONLY = forbidden("You can only update your own profile.");
const NOT_COLLEAGUES = forbidden(
  "Staff can only edit their own profile or normal users' profiles.",
);
const NO_PERMISSION = reject("forbidden", "role_not_allowed", "A superuser's number is theirs.");

/**
 * Permission Hierarchy, Profile Editing Permissions, to the letter; and an admin does not give a
 * superuser another number, since who has the number can log in as them.
 *
 * @param target undefined where nobody has the id: who may not edit others is told the same
 */
export function refusedEdit(
  { id, role }: Principal,
  target: Pick<MemberRow, "id" | "role" | "phone"> | undefined,
  mobile: string | undefined,
): Rejection | undefined {
  if (target?.id === id) return undefined;
  if (role === "user") return OWN_ONLY;
  if (role === "staff") return target?.role !== "user" && target ? NOT_COLLEAGUES : undefined;
  const moves =
    mobile !== undefined &&
    contactKey("mobile", mobile) !== contactKey("mobile", target?.phone ?? "");
  return role === "admin" && target?.role === "superuser" && moves ? NO_PERMISSION : undefined;
}
