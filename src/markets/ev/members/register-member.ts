import type { App } from "../../../kernel/app.js";
import {
  claimTogether,
  isAmong,
  releaseUnheld,
  type Wanted,
} from "../../../kernel/claim-together.js";
import { isRejection, type Rejection } from "../../../kernel/rejection.js";
import { accounts } from "../../../modules/account/account.js";
import { fullName } from "../../../modules/account/change-person.js";
import type { Person } from "../../../modules/account/events.js";
import type { Role } from "../policy.js";
import { notFound } from "../refusals.js";
import { contactClaims, taken, type Contact } from "./contact.js";

export interface NewMember extends Contact {
  readonly role: Role;
  readonly referredBy: string | null;
  /** Without the username, which is the e-mail, or the mobile where there is none. */
  readonly person: Omit<Person, "username">;
}

/** Nothing is known of who only showed a code (Verify OTP & Login). */
export const UNKNOWN_PERSON: NewMember["person"] = {
  firstName: "",
  lastName: "",
  gender: null,
  dateOfBirth: null,
  addressLine1: null,
  addressLine2: null,
  city: null,
  state: null,
  pincode: null,
  country: null,
};

/**
 * Registers a member under the next number and answers with the account's id. E-mail and mobile
 * are claimed first; what another member has is refused under its field.
 */
export async function registerMember(app: App, asked: NewMember): Promise<string | Rejection> {
  const { email, mobile, role, referredBy, person } = asked;
  const wanted = contactClaims(asked);
  const isRegistered = async (id: string) => (await app.load(accounts, id)) !== null;
  const claimed = await claimTogether(app, wanted, app.id("account"), isRegistered);
  if ("taken" in claimed) return taken(claimed.taken);
  const { owner: accountId } = claimed;
  const registered = await app.execute(accounts, accountId, {
    type: "RegisterAccount",
    accountId,
    kind: "member",
    role,
    profile: { name: fullName(person.firstName, person.lastName), phone: mobile, email },
    number: await app.numbers.next("ev.user", app.envelope),
    referredBy,
    person: { ...person, username: email ?? mobile ?? "" },
  });
  if (!isRejection(registered)) {
    // Who was recommended stands in the sponsor's tree when the answer goes out.
    if (referredBy !== null) await app.settled();
    return accountId;
  }
  return lostTo(app, accountId, wanted);
}

/**
 * Another request has registered the id that this one took over. What is not theirs is free again;
 * what is, is refused.
 */
async function lostTo(app: App, id: string, wanted: readonly Wanted[]): Promise<Rejection> {
  const profile = (await app.load(accounts, id))?.profile;
  const held = contactClaims({ email: profile?.email ?? null, mobile: profile?.phone ?? null });
  await releaseUnheld(app, wanted, id, held);
  const [first] = wanted;
  const lost = wanted.find((claim) => isAmong(held, claim)) ?? first;
  return lost === undefined ? notFound() : taken(lost);
}
