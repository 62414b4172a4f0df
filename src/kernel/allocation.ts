import { Decimal } from "decimal.js";
import { minor, sum, type Minor } from "./money.js";

/**
 * Splits an amount over weights by largest remainder: the parts are whole and sum to the amount.
 *
 * Equal remainders favour the earlier weight, so a caller puts the leg that shall take the odd
 * paisa (the provider's, never tax; DESIGN §7) first.
 *
 * @param amount minor units, not negative
 * @param weights not negative, at least one above zero
 */
export function allocate(amount: Minor, weights: readonly Minor[]): Minor[] {
  const total = sum(weights);
  if (total <= 0 || amount < 0) throw new Error("allocate needs a weight and no negative amount");
  const exact = weights.map((weight) => new Decimal(amount).times(weight).dividedBy(total));
  const parts = exact.map((share) => share.floor().toNumber());
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share.minus(share.floor()) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  let left = amount - sum(parts);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    parts[index] = minor((parts[index] ?? 0) + 1);
    left -= 1;
  }
  return parts;
}

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
