import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import type { Pricing } from "../../../modules/booking/facts.js";
import { addressSchema } from "./address.js";
import { lineSchema } from "./booking.js";

const pricingSchema = z.object({
  subtotal: z.number(),
  savings: z.number(),
  discount: z.number(),
  tax: z.number(),
  grand_total: z.number(),
});

export function presentPricing(pricing: Pricing) {
  return {
    subtotal: toMajor(pricing.subtotal),
    savings: toMajor(pricing.savings),
    discount: toMajor(pricing.discount),
    tax: toMajor(pricing.tax),
    grand_total: toMajor(pricing.total),
  };
}

export const previewSchema = z.object({
  preview_id: z.uuid(),
  services: z.array(lineSchema),
  pricing: pricingSchema,
  promo: z.object({ code: z.string(), discount: z.number(), valid: z.boolean() }).nullable(),
  available_time_slots: z.array(z.string()),
  address: addressSchema.nullable(),
});
