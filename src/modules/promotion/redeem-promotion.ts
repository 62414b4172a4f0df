import { valueOf } from "../../kernel/id-map.js";
import { isRejection, reject, type Rejection } from "../../kernel/rejection.js";
import type { RedeemPromotion } from "./commands.js";
import type { PromotionEvent } from "./events.js";
import { quoteDiscount } from "./quote-discount.js";
import type { Promotion } from "./state.js";

/**
 * Takes a use for a booking and fixes its discount. All uses of a code are decided on one stream,
 * so its limits hold however many confirm at once (Minuteserv, Promo Codes). A repeat for the same
 * booking changes nothing, even after the code has ended.
 */
export function redeemPromotion(
  command: RedeemPromotion,
  state: Promotion,
): readonly PromotionEvent[] | Rejection {
  const { accountId, bookingId, holdUntil } = command;
  const use = valueOf(state.uses, bookingId);
  if (use !== undefined) {
    if (use.accountId === accountId) return [];
    return reject("conflict", "promo_booking_differs", "The booking is another account's.");
  }
  const byAccount = valueOf(state.usesByAccount, accountId) ?? 0;
  const discount = quoteDiscount(state.terms, { total: state.uses.size, byAccount }, command);
  if (isRejection(discount)) return discount;
  const { promotionId, code, terms } = state;
  const { currency } = terms;
  const redemption = { promotionId, accountId, bookingId };
  return [
    { type: "PromotionRedeemed", data: { ...redemption, code, discount, currency, holdUntil } },
  ];
}
