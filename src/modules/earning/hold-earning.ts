import { deriveId } from "../../kernel/ids.js";
import { entriesOf, valueOf } from "../../kernel/id-map.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { FreeEarning, HoldEarning } from "./commands.js";
import type { EarningEvent } from "./events.js";
import { refuseMoney } from "./refuse-money.js";
import type { Earnings, Hold } from "./state.js";

/**
 * Sets the provider's part of a disputed booking aside: from its earning while that is pending,
 * which no payout takes until the dispute is over; what is paid out already becomes debt (DESIGN
 * §7, shortfall to receivable). Once a dispute, and one dispute a booking at a time: the next
 * one waits.
 */
export function holdEarning(
  { disputeId, bookingId, amount, currency }: HoldEarning,
  state: Earnings,
): readonly EarningEvent[] | Rejection {
  const refusal = refuseMoney(amount, currency, state);
  if (refusal !== undefined) return refusal;
  const known = valueOf(state.holds, disputeId);
  if (known !== undefined) {
    if (known.asked === amount && known.bookingId === bookingId) return [];
    return reject("conflict", "hold_differs", "The dispute holds another amount.");
  }
  if (openHold(state, bookingId) !== undefined) {
    return reject("unavailable", "earning_held", "Another dispute holds this booking's earning.");
  }
  const earningId = valueOf(state.byBooking, bookingId);
  const earning = earningId === undefined ? undefined : valueOf(state.earnings, earningId);
  if (earningId === undefined || earning === undefined) {
    return reject("not_found", "earning_unknown", "The booking has no earning.");
  }
  if (amount === 0) return [];
  const fromPending = earning.status === "pending" ? Math.min(amount, earning.amount) : 0;
  const about = { providerId: state.providerId, earningId, bookingId, disputeId, currency };
  const money = { fromPending, toDebt: amount - fromPending };
  return [{ type: "EarningHeld", data: { ...about, ...money } }];
}

/**
 * Gives back what a dispute has set aside and no refund has used: first the debt that it made, as
 * far as no payout has netted it meanwhile, the rest to be paid out.
 */
export function freeEarning(
  { disputeId }: FreeEarning,
  state: Earnings,
): readonly EarningEvent[] | Rejection {
  const hold = valueOf(state.holds, disputeId);
  if (hold === undefined) return reject("not_found", "hold_unknown", "Nothing is held for it.");
  if (hold.status === "freed") return [];
  const earning = valueOf(state.earnings, hold.earningId);
  if (earning === undefined) throw new Error(`earning ${hold.earningId} was never accrued`);
  const offDebt = Math.min(hold.held, hold.toDebt, state.debt);
  const earningId =
    earning.status === "held" ? hold.earningId : deriveId("freed-earning", disputeId);
  const { providerId, currency } = state;
  const about = { providerId, bookingId: hold.bookingId, bookingNumber: earning.bookingNumber };
  const money = { currency, toPending: hold.held - offDebt, offDebt };
  return [{ type: "EarningFreed", data: { ...about, earningId, disputeId, ...money } }];
}

/** The dispute that holds something of a booking's earning, if one does. */
export function openHold(
  state: Earnings,
  bookingId: string,
): readonly [disputeId: string, hold: Hold] | undefined {
  return entriesOf(state.holds).find(
    ([, hold]) => hold.bookingId === bookingId && hold.status === "open",
  );
}
