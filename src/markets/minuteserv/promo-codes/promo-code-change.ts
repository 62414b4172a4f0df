import { z } from "zod";
import type { Change } from "../../../kernel/change.js";
import { fromMajor } from "../../../kernel/money.js";
import type { PromotionTerms } from "../../../modules/promotion/events.js";
import { termFields } from "./promo-code-body.js";

/**
 * What Update Promo Code takes: the terms that change, and whether the code may be used. Whether
 * the terms are sound together is decided over the whole, once changed.
 */
export const promoCodeChangeBody = termFields
  .partial()
  .extend({ is_active: z.boolean().optional() })
  .refine((body) => body.discount_type === undefined || body.discount_value !== undefined, {
    path: ["discount_value"],
    message: "must come with discount_type: 10 percent are not 10 rupees",
  });

/** Only what the request names; a value is read as its kind says, the present one unless told. */
export function promotionChange(
  body: z.output<typeof promoCodeChangeBody>,
  presentKind: PromotionTerms["kind"],
): Change<PromotionTerms> {
  const kind = body.discount_type ?? presentKind;
  const { discount_value: value } = body;
  return {
    description: body.description,
    kind,
    value: value !== undefined && kind === "fixed" ? fromMajor(value) : value,
    minOrder: body.min_order_amount,
    maxDiscount: body.max_discount,
    perAccountLimit: body.usage_limit,
    totalLimit: body.total_usage_limit,
    validFrom: body.valid_from,
    validUntil: body.valid_until,
    isActive: body.is_active,
  };
}
