import { minor, percentOf, sum, type Currency, type Minor } from "../../kernel/money.js";
import type { Pricing } from "./facts.js";

export interface PriceableLine {
  readonly unitPrice: Minor;
  /** What it costs elsewhere; null or less than the unit price saves nothing. */
  readonly marketPrice: Minor | null;
  readonly quantity: number;
}

/** The knobs of the price formula; data of the market. */
export interface PricingPolicy {
  readonly currency: Currency;
  readonly taxPercent: number;
  /** Whether savings against the market price come off the total at all. */
  readonly deductsSavings: boolean;
  /** What a percentage code is a percentage of. */
  readonly discountBase: "subtotal" | "subtotal - savings";
  readonly taxBase: "subtotal - discount" | "subtotal - savings - discount";
}

export interface LineSums {
  readonly subtotal: Minor;
  readonly savings: Minor;
}

/**
 * What the lines come to before any promotion. Savings never exceed the subtotal, so that no total
 * is negative, however high a market price was put down.
 */
export function sumLines(lines: readonly PriceableLine[], policy: PricingPolicy): LineSums {
  const subtotal = sum(lines.map(({ unitPrice, quantity }) => unitPrice * quantity));
  const saved = lines.map(({ unitPrice, marketPrice, quantity }) =>
    policy.deductsSavings ? Math.max((marketPrice ?? 0) - unitPrice, 0) * quantity : 0,
  );
  return { subtotal, savings: Math.min(sum(saved), subtotal) };
}

/** The amount that a promotion's percentage and cap apply to. */
export function discountBaseOf({ subtotal, savings }: LineSums, policy: PricingPolicy): Minor {
  return policy.discountBase === "subtotal" ? subtotal : subtotal - savings;
}

/**
 * The price of an order: total = subtotal - savings - discount + tax, each part rounded half-up.
 *
 * As Minuteserv's Prepare Checkout prints it, 2000.00 with 400.00 saved and 10 % off 1600.00 is
 * taxed with 18 % of 1840.00: 2000.00 - 400.00 - 160.00 + 331.20 = 1771.20.
 *
 * @param discount what the promotion gives, from 0 to what the savings leave of the subtotal;
 *   anything else is a bug
 */
export function price(
  lines: readonly PriceableLine[],
  discount: Minor,
  policy: PricingPolicy,
): Pricing {
  const { subtotal, savings } = sumLines(lines, policy);
  const net = subtotal - savings - minor(discount);
  if (discount < 0 || net < 0) throw new Error(`${discount} is no discount on this order`);
  const taxed = policy.taxBase === "subtotal - discount" ? subtotal - discount : net;
  const tax = percentOf(taxed, policy.taxPercent);
  return { currency: policy.currency, subtotal, savings, discount, tax, total: net + tax };
}
