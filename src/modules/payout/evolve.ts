import type { PayoutEvent } from "./events.js";
import type { PayoutState } from "./state.js";

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: PayoutState, event: PayoutEvent): PayoutState {
  if (event.type === "PayoutRequested") return { ...event.data, status: "pending" };
  if (state === null) throw new Error(`${event.type} stands before PayoutRequested`);
  return { ...state, status: event.type === "PayoutCompleted" ? "completed" : "failed" };
}
