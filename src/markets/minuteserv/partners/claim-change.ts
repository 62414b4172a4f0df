import type { App } from "../../../kernel/app.js";
import type { Rejection } from "../../../kernel/rejection.js";
import { identityClaims, releaseIdentity, taken, type Unique } from "./claim-identity.js";

/**
 * Claims the numbers that a partner is about to get. What somebody else holds is refused, and
 * nothing stays claimed; the partner's own numbers, also those of a try that a crash cut short,
 * are theirs already.
 */
export async function claimChange(
  app: App,
  partnerId: string,
  numbers: Unique,
): Promise<Rejection | undefined> {
  for (const claim of identityClaims(numbers)) {
    const owner = await app.claims.take({ ...claim, owner: partnerId }, app.envelope);
    if (owner === partnerId) continue;
    await releaseIdentity(app, numbers, partnerId);
    return taken(claim);
  }
  return undefined;
}
