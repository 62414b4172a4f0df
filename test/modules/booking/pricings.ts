import fc from "fast-check";
import type { Pricing } from "../../../src/modules/booking/facts.js";
import { price, sumLines, type PricingPolicy } from "../../../src/modules/booking/pricing.js";

/** Minuteserv's knobs, as its printed sums need them. */
export const MINUTESERV_PRICING: PricingPolicy = {
  currency: "INR",
  taxPercent: 18,
  deductsSavings: true,
  discountBase: "subtotal - savings",
  taxBase: "subtotal - discount",
};

const lines = fc.array(
  fc.record({
    unitPrice: fc.integer({ min: 0, max: 5_000_000 }),
    marketPrice: fc.option(fc.integer({ min: 0, max: 20_000_000 })),
    quantity: fc.integer({ min: 1, max: 20 }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Any order's sums, dear and cheap, with discounts from nothing to all that can be. */
export function pricings(): fc.Arbitrary<Pricing> {
  return lines.chain((order) => {
    const { subtotal, savings } = sumLines(order, MINUTESERV_PRICING);
    return fc
      .integer({ min: 0, max: subtotal - savings })
      .map((discount) => price(order, discount, MINUTESERV_PRICING));
  });
}
