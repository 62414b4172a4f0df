import { Decimal } from "decimal.js";

/**
 * Money inside Daybook: a whole number of minor units (paise, cents) whose currency stands
 * beside it. A double is exact up to 90 trillion rupees in paise.
 */
export type Minor = number;

export type Currency = "INR" | "USD";

/** Refuses what is no whole, safe number of minor units: a bug, never a user's mistake. */
export function minor(amount: number): Minor {
  if (!Number.isSafeInteger(amount)) throw new Error(`${amount} is no amount in minor units`);
  return amount;
}

/**
 * A percentage of an amount, rounded half-up to the minor unit.
 *
 * @param rate percent as a number or decimal text, for example 18 or "0.5"
 */
export function percentOf(amount: Minor, rate: number | string): Minor {
  const exact = new Decimal(amount).times(rate).dividedBy(100);
  return minor(exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
}

/** Major units as a contract prints them (1771.2 or "1771.20") to minor units, half-up. */
export function fromMajor(amount: number | string): Minor {
  const exact = new Decimal(amount).times(100);
  return minor(exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
}

/**
 * Minor units to a JSON number of major units: 177120 → 1771.2. The quotient of two whole doubles
 * is the double nearest to the exact one, which prints as its decimals.
 */
export function toMajor(amount: Minor): number {
  return minor(amount) / 100;
}

/** Minor units to text with two decimals: 177120 → "1771.20". */
export function toMajorText(amount: Minor): string {
  const digits = String(Math.abs(minor(amount))).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum, checked to stay a safe whole number. */
export function sum(amounts: readonly Minor[]): Minor {
  return minor(amounts.reduce((total, amount) => total + amount, 0));
}
