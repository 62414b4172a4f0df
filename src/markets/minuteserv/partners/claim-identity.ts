import type { App } from "../../../kernel/app.js";
import { reject, type Rejection } from "../../../kernel/rejection.js";
import { partners } from "../../../modules/partner/partner.js";
import { MARKETPLACE } from "../policy.js";

/** What may belong to one partner only (partner.07). */
export interface Unique {
  readonly phone: string;
  readonly aadhar: string | null;
}

const PHONE = `${MARKETPLACE}.partner.phone`;
const AADHAR = `${MARKETPLACE}.partner.aadhar`;

/**
 * Claims a new partner's phone and Aadhaar numbers and answers with the partner's id.
 *
 * A number whose claimant was never registered, as after a crash, is taken over together with the
 * claimant's id. Should two requests at once come to share an id that way, the partner's own
 * stream lets one of them register and no more.
 */
export async function claimIdentity(app: App, unique: Unique): Promise<string | Rejection> {
  const { phone, aadhar } = unique;
  const partnerId = await takePhone(app, phone, app.id("partner"));
  if (await isRegistered(app, partnerId)) return taken("phone number");
  if (aadhar === null) return partnerId;
  const owner = await takeAadhar(app, aadhar, partnerId);
  if (owner === partnerId) return partnerId;
  await releaseIdentity(app, unique, partnerId);
  if (await isRegistered(app, owner)) return taken("Aadhaar number");
  const moved = await takePhone(app, phone, owner);
  return moved === owner ? owner : taken("phone number");
}

/** Frees what an attempt claimed, but for the numbers that the id's partner has. */
export async function releaseIdentity(
  app: App,
  unique: { readonly phone: string | null; readonly aadhar: string | null },
  partnerId: string,
): Promise<void> {
  const registered = await app.load(partners, partnerId);
  if (unique.phone !== null && registered?.profile.phone !== unique.phone) {
    await release(app, PHONE, unique.phone, partnerId);
  }
  if (unique.aadhar !== null && registered?.kyc.aadharNumber !== unique.aadhar) {
    await release(app, AADHAR, unique.aadhar, partnerId);
  }
}

/** Claims a phone number for a partner; answers with whose it is. */
export function takePhone(app: App, phone: string, partnerId: string): Promise<string> {
  return take(app, PHONE, phone, partnerId);
}

/** Claims an Aadhaar number for a partner; answers with whose it is. */
export function takeAadhar(app: App, aadhar: string, partnerId: string): Promise<string> {
  return take(app, AADHAR, aadhar, partnerId);
}

function take(app: App, scope: string, value: string, owner: string): Promise<string> {
  return app.claims.take({ scope, value, owner }, app.envelope);
}

function release(app: App, scope: string, value: string, owner: string): Promise<void> {
  return app.claims.release({ scope, value, owner }, app.envelope);
}

async function isRegistered(app: App, partnerId: string): Promise<boolean> {
  return (await app.load(partners, partnerId)) !== null;
}

/** The refusal of a number that somebody else has. */
export function taken(what: string): Rejection {
  return reject("conflict", "partner_exists", `This ${what} belongs to another partner.`);
}
