import type { App } from "../../../kernel/app.js";
import { isoAfter, isoNow } from "../../../kernel/clock.js";
import { isRejection, reject, type Rejection } from "../../../kernel/rejection.js";
import { promotions } from "../../../modules/promotion/promotion.js";
import { discountBaseOf } from "../../../modules/booking/pricing.js";
import { callerId } from "../../../kernel/caller.js";
import { PRICING, REDEMPTION_HOLD } from "../policy.js";
import type { Preview } from "../preview.js";

/**
 * Takes the previewed code's use for this booking; the promotion's stream decides who gets the
 * last one (promo.09). Refused as well when the code's terms no longer give the promised discount.
 */
export async function redeem(
  app: App,
  { promotion, pricing }: Preview,
  bookingId: string,
): Promise<Rejection | undefined> {
  if (promotion === null) return undefined;
  const at = isoNow(app.clock);
  const done = await app.execute(promotions, promotion.id, {
    type: "RedeemPromotion",
    accountId: callerId(app),
    bookingId,
    orderTotal: pricing.subtotal,
    discountBase: discountBaseOf(pricing, PRICING),
    at,
    holdUntil: isoAfter(at, REDEMPTION_HOLD),
  });
  if (isRejection(done)) return done;
  const [event] = done.events;
  if (event?.type !== "PromotionRedeemed") return undefined;
  const { discount } = event.data as { readonly discount: number };
  if (discount === pricing.discount) return undefined;
  await app.execute(promotions, promotion.id, { type: "ReleaseRedemption", bookingId });
  return reject("conflict", "promo_changed", "The promo code has changed. Please check out again.");
}
