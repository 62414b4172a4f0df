import type { Minor } from "../../kernel/money.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { PromotionTerms } from "./events.js";

/** Uses so far. */
export interface Usage {
  readonly total: number;
  readonly byAccount: number;
}

/** What a promotion needs to know of an order. */
export interface Order {
  /** The subtotal, which the minimum order is compared with. */
  readonly orderTotal: Minor;
  readonly discountBase: Minor;
  /** Business time, ISO 8601. */
  readonly at: string;
}

/** A code is usable while active, within its window, from its minimum order, within its limits. */
export function refuseUse(
  terms: PromotionTerms,
  usage: Usage,
  order: Order,
): Rejection | undefined {
  const { minOrder, perAccountLimit, totalLimit, validFrom, validUntil } = terms;
  const at = Date.parse(order.at);
  if (!terms.isActive) return refuse("promo_inactive", "This code is not active.");
  if (validFrom !== null && at < Date.parse(validFrom)) {
    return refuse("promo_not_started", "This code is not valid yet.");
  }
  if (validUntil !== null && at > Date.parse(validUntil)) {
    return refuse("promo_expired", "This code has expired.");
  }
  if (minOrder !== null && order.orderTotal < minOrder) {
    return refuse("promo_min_order", "The order is below the minimum for this code.");
  }
  if (perAccountLimit !== null && usage.byAccount >= perAccountLimit) {
    return refuse("promo_used_by_you", "You have already used this code.");
  }
  if (totalLimit !== null && usage.total >= totalLimit) {
    return refuse("promo_used_up", "This code is used up.");
  }
  return undefined;
}

function refuse(reason: string, message: string): Rejection {
  return reject("invalid", reason, message);
}
