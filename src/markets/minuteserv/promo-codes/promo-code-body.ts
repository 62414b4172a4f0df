import { z } from "zod";
import { fromMajor } from "../../../kernel/money.js";
import type { PromotionTerms } from "../../../modules/promotion/events.js";
import { instant, positiveRupees, rupees, text } from "../shapes/fields.js";

/** Printable ASCII, so that upper and lower case mean the same everywhere. */
const code = text(50).regex(/^[!-~]+$/, "must be letters, digits and signs without spaces");

const count = z.int().min(1).max(1_000_000_000).nullish();

/** A promo code's terms, field by field; lengths as its columns have them (promo_codes). */
export const termFields = z.object({
  description: text(255).nullish(),
  discount_type: z.enum(["percentage", "fixed"]),
  discount_value: z
    .number()
    .positive()
    .max(99_999_999.99)
    .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, {
      message: "must have at most two decimals",
    }),
  min_order_amount: rupees.nullish(),
  max_discount: positiveRupees.nullish(),
  usage_limit: count,
  total_usage_limit: count,
  valid_from: instant.nullish(),
  valid_until: instant.nullish(),
});

/** What Create Promo Code takes. */
export const promoCodeBody = termFields
  .extend({ code })
  .refine((body) => body.discount_type === "fixed" || body.discount_value <= 100, {
    path: ["discount_value"],
    message: "must be at most 100 percent",
  })
  .refine(({ valid_from: from, valid_until: until }) => !from || !until || from < until, {
    path: ["valid_until"],
    message: "must be after valid_from",
  });

/** As Create Promo Code prints it. */
export const PROMO_CODE_EXAMPLE = {
  code: "SAVE10",
  description: "10% off on all services",
  discount_type: "percentage",
  discount_value: 10,
  min_order_amount: 1000,
  max_discount: 500,
  usage_limit: 1,
  total_usage_limit: 1000,
  valid_from: "2024-01-01T00:00:00Z",
  valid_until: "2024-12-31T23:59:59Z",
};

export function promotionTerms(body: z.output<typeof promoCodeBody>): PromotionTerms {
  const { discount_type: kind, discount_value: value } = body;
  return {
    description: body.description ?? null,
    kind,
    value: kind === "fixed" ? fromMajor(value) : value,
    currency: "INR",
    minOrder: body.min_order_amount ?? null,
    maxDiscount: body.max_discount ?? null,
    perAccountLimit: body.usage_limit ?? null,
    totalLimit: body.total_usage_limit ?? null,
    validFrom: body.valid_from ?? null,
    validUntil: body.valid_until ?? null,
    isActive: true,
  };
}
