import type { App } from "../../../kernel/app.js";
import { rejectFields, type Rejection } from "../../../kernel/rejection.js";
import { contactClaims, taken, type Contact } from "./contact.js";
import { memberWith } from "./find-member.js";

/**
 * User Signup, Create Admin and Create Staff, Error Response: each of e-mail and mobile that
 * belongs to a member, told under its field; undefined where neither does.
 */
export async function alreadyRegistered(
  app: App,
  contact: Contact,
): Promise<Rejection | undefined> {
  const { email, mobile } = contact;
  const [byEmail, byMobile] = await Promise.all([
    email === null ? undefined : memberWith(app, "email", email),
    mobile === null ? undefined : memberWith(app, "mobile", mobile),
  ]);
  const problems = contactClaims({
    email: byEmail === undefined ? null : email,
    mobile: byMobile === undefined ? null : mobile,
  }).flatMap((claim) => taken(claim).fields ?? []);
  return problems.length === 0 ? undefined : rejectFields("already_registered", problems);
}
