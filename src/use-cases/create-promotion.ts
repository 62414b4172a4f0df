import type { App } from "../kernel/app.js";
import { isRejection, reject, type Rejection } from "../kernel/rejection.js";
import type { PromotionTerms } from "../modules/promotion/events.js";
import { promotions } from "../modules/promotion/promotion.js";

/**
 * Creates a promo code that is unique without regard to case (Minuteserv, promo.13); answers with
 * its id. A code that was claimed and, as after a crash, never created is created under the
 * claimant's id.
 */
export async function createPromotion(
  app: App,
  code: string,
  terms: PromotionTerms,
): Promise<string | Rejection> {
  const value = code.toUpperCase();
  const claim = {
    scope: `${app.envelope.marketplace}.promo.code`,
    value,
    owner: app.id("promotion"),
  };
  const promotionId = await app.claims.take(claim, app.envelope);
  const done = await app.execute(promotions, promotionId, {
    type: "CreatePromotion",
    promotionId,
    code,
    terms,
  });
  if (isRejection(done)) {
    // Refused terms leave the code to the next try; a code that exists keeps its claim.
    if (done.code === "invalid") await app.claims.release(claim, app.envelope);
    return done;
  }
  return done.events.length > 0
    ? promotionId
    : reject("conflict", "promo_exists", "This code already exists.");
}
