import type { App } from "../../../kernel/app.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { ok, type Reply } from "../../../kernel/route.js";
import { accounts } from "../../../modules/account/account.js";
import { memberById, type MemberRow } from "../../../../projections/members.js";
import { papersOf } from "../../../../projections/papers.js";
import { MARKETPLACE } from "../policy.js";
import { notFound } from "../refusals.js";
import { presentProfile } from "../shapes/user.js";
import { contactClaim, contactKey, taken } from "./contact.js";
import { personChange, type ProfileChange } from "./profile-change.js";

/** Lays a partial change over a member's profile; a mobile number is claimed before. */
export async function changeProfile(
  app: App,
  member: MemberRow,
  body: ProfileChange,
): Promise<Reply | Rejection> {
  const { id } = member;
  if (body.mobile !== undefined) {
    const claim = contactClaim("mobile", body.mobile);
    const owner = await app.claims.take({ ...claim, owner: id }, app.envelope);
    if (owner !== id) return taken(claim);
  }
  const person = personChange(body);
  const done = await app.execute(accounts, id, {
    type: "ChangePerson",
    person,
    phone: body.mobile,
  });
  await freeUnused(app, id, [member.phone, body.mobile]);
  if (isRejection(done)) return done;
  const changed = await memberById(app.reads, MARKETPLACE, id);
  if (changed === undefined) return notFound();
  const papers = await papersOf(app.reads, [id]);
  return ok(presentProfile(changed, papers.get(id)));
}

/** Frees those of the numbers that the member does not have (any more). */
async function freeUnused(
  app: App,
  id: string,
  numbers: readonly (string | null | undefined)[],
): Promise<void> {
  const phone = (await app.load(accounts, id))?.profile.phone;
  const kept = phone ? contactKey("mobile", phone) : undefined;
  for (const number of numbers) {
    if (!number || contactKey("mobile", number) === kept) continue;
    await app.claims.release({ ...contactClaim("mobile", number), owner: id }, app.envelope);
  }
}
