import { percentOf, type Minor } from "../../kernel/money.js";
import type { Rejection } from "../../kernel/rejection.js";
import type { PromotionTerms } from "./events.js";
import { refuseUse, type Order, type Usage } from "./usable-promotion.js";

/**
 * The discount that a code gives on an order, in minor units, or why it cannot be used.
 *
 * Asks without taking a use, for previews; a redemption asks the same question again.
 *
 * @param usage uses so far, without those given back
 */
export function quoteDiscount(
  terms: PromotionTerms,
  usage: Usage,
  order: Order,
): Minor | Rejection {
  return refuseUse(terms, usage, order) ?? discountOf(terms, order.discountBase);
}

/** A percentage up to the cap, or a fixed amount; never more than the base itself. */
function discountOf({ kind, value, maxDiscount }: PromotionTerms, base: Minor): Minor {
  const full = kind === "percentage" ? percentOf(base, value) : value;
  return Math.max(0, Math.min(full, maxDiscount ?? full, base));
}
