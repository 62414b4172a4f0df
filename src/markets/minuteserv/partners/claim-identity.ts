import type { App } from "../../../kernel/app.js";
import { claimTogether, releaseUnheld, type Wanted } from "../../../kernel/claim-together.js";
import { reject, type Rejection } from "../../../kernel/rejection.js";
import { partners } from "../../../modules/partner/partner.js";
import { MARKETPLACE } from "../policy.js";

/** What may belong to one partner only (partner.07); of what is not there nothing is claimed. */
export interface Unique {
  readonly phone?: string | null | undefined;
  readonly aadhar?: string | null | undefined;
}

const PHONE = `${MARKETPLACE}.partner.phone`;
const AADHAR = `${MARKETPLACE}.partner.aadhar`;

/** The numbers as claims, the phone first. */
export function identityClaims({ phone, aadhar }: Unique): readonly Wanted[] {
  return [
    ...(phone ? [{ scope: PHONE, value: phone }] : []),
    ...(aadhar ? [{ scope: AADHAR, value: aadhar }] : []),
  ];
}

/** Claims a new partner's phone and Aadhaar numbers and answers with the partner's id. */
export async function claimIdentity(app: App, unique: Unique): Promise<string | Rejection> {
  const isRegistered = async (id: string) => (await app.load(partners, id)) !== null;
  const wanted = identityClaims(unique);
  const claimed = await claimTogether(app, wanted, app.id("partner"), isRegistered);
  return "taken" in claimed ? taken(claimed.taken) : claimed.owner;
}

/** Frees what an attempt claimed, but for the numbers that the id's partner has. */
export async function releaseIdentity(app: App, unique: Unique, partnerId: string): Promise<void> {
  const registered = await app.load(partners, partnerId);
  const held = identityClaims({
    phone: registered?.profile.phone,
    aadhar: registered?.kyc.aadharNumber,
  });
  await releaseUnheld(app, identityClaims(unique), partnerId, held);
}

/** The refusal of a number that somebody else has. */
export function taken({ scope }: Wanted): Rejection {
  const what = scope === PHONE ? "phone number" : "Aadhaar number";
  return reject("conflict", "partner_exists", `This ${what} belongs to another partner.`);
}
