import type { App } from "../kernel/app.js";
import { callerId } from "../kernel/caller.js";
import { isoAfter, isoNow } from "../kernel/clock.js";
import { isRejection, reject, type Rejection } from "../kernel/rejection.js";
import { discountBaseOf, type PricingPolicy } from "../modules/booking/pricing.js";
import { promotions } from "../modules/promotion/promotion.js";
import type { PricedOrder } from "./price-order.js";

interface RedeemingPolicy {
  readonly pricing: PricingPolicy;
  /** Milliseconds after which a use goes back whose booking has not been placed. */
  readonly hold: number;
}

/**
 * Takes the use of an order's code for its booking; the promotion's stream decides who gets the
 * last one (Minuteserv, promo.09). Refused as well when the code's terms no longer give the
 * promised discount.
 */
export async function redeemPromotion(
  app: App,
  { promotion, pricing }: PricedOrder,
  bookingId: string,
  policy: RedeemingPolicy,
): Promise<Rejection | undefined> {
  if (promotion === null) return undefined;
  const at = isoNow(app.clock);
  const done = await app.execute(promotions, promotion.id, {
    type: "RedeemPromotion",
    accountId: callerId(app),
    bookingId,
    orderTotal: pricing.subtotal,
    discountBase: discountBaseOf(pricing, policy.pricing),
    at,
    holdUntil: isoAfter(at, policy.hold),
  });
  if (isRejection(done)) return done;
  const [event] = done.events;
  if (event?.type !== "PromotionRedeemed") return undefined;
  const { discount } = event.data as { readonly discount: number };
  if (discount === pricing.discount) return undefined;
  await app.execute(promotions, promotion.id, { type: "ReleaseRedemption", bookingId });
  return reject("conflict", "promo_changed", "The promo code has changed. Please check out again.");
}
