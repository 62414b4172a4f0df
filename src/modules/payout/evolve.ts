import type { PayoutEvent } from "./events.js";
import type { PayoutState, PayoutStatus } from "./state.js";

const STATUS: Readonly<Record<Exclude<PayoutEvent["type"], "PayoutRequested">, PayoutStatus>> = {
  PayoutSent: "processing",
  PayoutCompleted: "completed",
  PayoutFailed: "failed",
  PayoutRejected: "rejected",
  PayoutCancelled: "cancelled",
};

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: PayoutState, event: PayoutEvent): PayoutState {
  if (event.type === "PayoutRequested") return { ...event.data, status: "pending", tax: null };
  if (state === null) throw new Error(`${event.type} stands before PayoutRequested`);
  const status = STATUS[event.type];
  return event.type === "PayoutSent"
    ? { ...state, status, tax: event.data.tax }
    : { ...state, status };
}
