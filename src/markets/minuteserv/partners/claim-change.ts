import type { App } from "../../../kernel/app.js";
import type { Rejection } from "../../../kernel/rejection.js";
import { releaseIdentity, takeAadhar, takePhone, taken } from "./claim-identity.js";

/** Numbers of a partner; one that is not given is not spoken of. */
export interface Numbers {
  readonly phone: string | undefined;
  readonly aadhar: string | null | undefined;
}

/**
 * Claims the numbers that a partner is about to get. What somebody else holds is refused, and
 * nothing stays claimed; the partner's own numbers, also those of a try that a crash cut short,
 * are theirs already.
 */
export async function claimChange(
  app: App,
  partnerId: string,
  { phone, aadhar }: Numbers,
): Promise<Rejection | undefined> {
  if (phone !== undefined && (await takePhone(app, phone, partnerId)) !== partnerId) {
    return taken("phone number");
  }
  const owner = aadhar ? await takeAadhar(app, aadhar, partnerId) : partnerId;
  if (owner === partnerId) return undefined;
  await freeUnused(app, partnerId, { phone, aadhar: undefined });
  return taken("Aadhaar number");
}

/** Frees those of the numbers that the partner does not have (any more). */
export function freeUnused(app: App, partnerId: string, { phone, aadhar }: Numbers): Promise<void> {
  const unused = { phone: phone ?? null, aadhar: aadhar ?? null };
  return releaseIdentity(app, unused, partnerId);
}
