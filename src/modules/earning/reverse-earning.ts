import { valueOf } from "../../kernel/id-map.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { ReverseEarning } from "./commands.js";
import type { EarningEvent } from "./events.js";
import { openHold } from "./hold-earning.js";
import { refuseMoney } from "./refuse-money.js";
import type { Earnings } from "./state.js";

/**
 * Takes the provider's part of a refund back: from what a dispute has set aside for it, then from
 * the booking's earning while it is pending, the rest as debt. An earning in an open payout or
 * already paid stays what it is; one of which nothing is left is cancelled. Once a refund.
 */
export function reverseEarning(
  { refundId, bookingId, amount, currency }: ReverseEarning,
  state: Earnings,
): readonly EarningEvent[] | Rejection {
  const refusal = refuseMoney(amount, currency, state);
  if (refusal !== undefined) return refusal;
  const before = valueOf(state.reversals, refundId);
  if (before !== undefined) {
    if (before === amount) return [];
    return reject("conflict", "reversal_differs", "The refund has reversed another amount.");
  }
  const earningId = valueOf(state.byBooking, bookingId);
  const earning = earningId === undefined ? undefined : valueOf(state.earnings, earningId);
  if (earningId === undefined || earning === undefined) {
    return reject("not_found", "earning_unknown", "The booking has no earning.");
  }
  if (amount === 0) return [];
  const [, hold] = openHold(state, bookingId) ?? [];
  const fromHeld = Math.min(amount, hold?.held ?? 0);
  const owed = earning.status === "pending" || earning.status === "held" ? earning.amount : 0;
  const fromPending = Math.min(amount - fromHeld, owed);
  const { providerId } = state;
  const money = { fromPending, fromHeld, toDebt: amount - fromHeld - fromPending };
  const about = { providerId, earningId, bookingId, refundId, currency };
  const data = { ...about, ...money, remaining: earning.amount - fromPending };
  return [{ type: "EarningReversed", data }];
}
