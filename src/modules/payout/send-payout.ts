import { reject, type Rejection } from "../../kernel/rejection.js";
import type { RejectPayout, SendPayout } from "./commands.js";
import type { PayoutEvent } from "./events.js";
import { drawnBy } from "./money-of-payout.js";
import type { Payout } from "./state.js";

/**
 * Takes a payout on (EV Distribution, Process Payout). This stream is the arbiter of "already
 * processed"; the wallet's hold is captured next. Withheld tax is entered in the payee's record.
 */
export function sendPayout({ tax }: SendPayout, state: Payout): readonly PayoutEvent[] | Rejection {
  if (state.tds > 0 && tax === null) {
    return reject("invalid", "tax_record_missing", "Withheld tax has no record to stand in.");
  }
  const record = state.tds > 0 ? tax : null;
  return [{ type: "PayoutSent", data: { ...drawnBy(state), tax: record } }];
}

/** Refuses it for good; what was sent before comes back to the wallet, tax and all. */
export function rejectPayout({ reason }: RejectPayout, state: Payout): readonly PayoutEvent[] {
  const from = state.status === "processing" ? "processing" : "pending";
  return [{ type: "PayoutRejected", data: { ...drawnBy(state), tax: state.tax, from, reason } }];
}

/** The payee takes the request back. */
export function cancelPayout(state: Payout): readonly PayoutEvent[] {
  return [{ type: "PayoutCancelled", data: drawnBy(state) }];
}
