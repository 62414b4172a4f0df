import type { App } from "../kernel/app.js";
import { isoNow } from "../kernel/clock.js";
import type { Minor } from "../kernel/money.js";
import { isRejection, reject, type Rejection } from "../kernel/rejection.js";
import { quoteDiscount } from "../modules/promotion/quote-discount.js";
import { promotionByCode } from "../../projections/promotions.js";
import { callerId } from "../kernel/caller.js";

const UNKNOWN = reject("not_found", "promo_code_not_found", "Promo code not found.");

export interface Quote {
  readonly promotionId: string;
  readonly code: string;
  readonly discount: Minor;
}

/** What a code would give the caller on an order now; takes no use. */
export async function quotePromotion(
  app: App,
  code: string,
  orderTotal: Minor,
  discountBase: Minor,
): Promise<Quote | Rejection> {
  const row = await promotionByCode(app.reads, app.envelope.marketplace, code, callerId(app));
  if (row === undefined) return UNKNOWN;
  const usage = { total: row.used_count, byAccount: row.used_by_account };
  const order = { orderTotal, discountBase, at: isoNow(app.clock) };
  const discount = quoteDiscount(row.terms, usage, order);
  return isRejection(discount) ? discount : { promotionId: row.id, code: row.code, discount };
}
