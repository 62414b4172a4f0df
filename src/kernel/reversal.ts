import { Decimal } from "decimal.js";
import { sum, type Minor } from "./money.js";

/**
 * The part of the original legs that one more partial reversal takes back.
 *
 * Cumulative: what is reversed so far is a function of the reversed total alone, so three partial
 * refunds give back exactly what one refund of their sum does (DESIGN §7).
 *
 * @param legs the original amounts, first the one that takes the odd paisa
 * @param already minor units reversed before
 * @param amount minor units to reverse now; with `already` at most the sum of the legs
 */
export function reversal(legs: readonly Minor[], already: Minor, amount: Minor): Minor[] {
  const before = reversedUpTo(legs, already);
  return reversedUpTo(legs, already + amount).map((part, index) => part - (before[index] ?? 0));
}

/**
 * Largest remainder could shrink a leg when the total grows (the Alabama paradox), which would
 * reverse a negative amount. Taking the legs one by one from the last, rounded down from what is
 * left, never does: every leg grows with the total and ends at its original.
 */
function reversedUpTo(legs: readonly Minor[], total: Minor): Minor[] {
  let weight = sum(legs);
  if (total < 0 || total > weight) throw new Error("a reversal cannot exceed the original legs");
  const parts = legs.map(() => 0);
  let left = total;
  for (let index = legs.length - 1; index > 0; index -= 1) {
    const leg = legs[index] ?? 0;
    const part = weight === 0 ? 0 : new Decimal(left).times(leg).dividedBy(weight).floor();
    parts[index] = Number(part);
    left -= Number(part);
    weight -= leg;
  }
  parts[0] = left;
  return parts;
}
