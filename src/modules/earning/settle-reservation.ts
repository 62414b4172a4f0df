import { valueOf } from "../../kernel/id-map.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { EarningEvent } from "./events.js";
import type { EarningsState } from "./state.js";

/** The payout was transferred: its earnings are paid, once and for all. */
export function markEarningsPaid(payoutId: string, state: EarningsState) {
  return settle(payoutId, "paid", state);
}

/** The payout failed: its earnings wait for another one, and its deduction is debt again. */
export function releaseEarnings(payoutId: string, state: EarningsState) {
  return settle(payoutId, "released", state);
}

function settle(
  payoutId: string,
  status: "paid" | "released",
  state: EarningsState,
): readonly EarningEvent[] | Rejection {
  const reservation = state === null ? undefined : valueOf(state.payouts, payoutId);
  if (state === null || reservation === undefined) {
    return reject("not_found", "reservation_unknown", "Nothing is reserved for this payout.");
  }
  if (reservation.status === status) return [];
  if (reservation.status !== "open") {
    const message = `The earnings of this payout are already ${reservation.status}.`;
    return reject("conflict", `reservation_${reservation.status}`, message);
  }
  const type = status === "paid" ? "EarningsPaid" : "EarningsReleased";
  const { providerId } = state;
  return [{ type, data: { providerId, payoutId, earningIds: reservation.earningIds } }];
}
