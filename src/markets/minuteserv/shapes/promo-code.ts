import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import type { PromotionTerms } from "../../../modules/promotion/events.js";
import type { PromotionRow } from "../../../../projections/promotions.js";

export const promoCodeSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  description: z.string().nullable(),
  discount_type: z.string(),
  discount_value: z.number(),
  min_order_amount: z.number().nullable(),
  max_discount: z.number().nullable(),
  usage_limit: z.int().nullable(),
  total_usage_limit: z.int().nullable(),
  used_count: z.int(),
  valid_from: z.string().nullable(),
  valid_until: z.string().nullable(),
  is_active: z.boolean(),
  created_at: z.string(),
});

export function presentPromoCode({ id, code, terms, used_count, created_at }: PromotionRow) {
  return {
    id,
    code,
    description: terms.description,
    discount_type: terms.kind,
    discount_value: valueOf(terms),
    min_order_amount: major(terms.minOrder),
    max_discount: major(terms.maxDiscount),
    usage_limit: terms.perAccountLimit,
    total_usage_limit: terms.totalLimit,
    used_count,
    valid_from: terms.validFrom,
    valid_until: terms.validUntil,
    is_active: terms.isActive,
    created_at,
  };
}

/** Percent as it is, a fixed amount in rupees. */
function valueOf({ kind, value }: PromotionTerms): number {
  return kind === "fixed" ? toMajor(value) : value;
}

function major(amount: number | null): number | null {
  return amount === null ? null : toMajor(amount);
}
