import type { KycEvent } from "./events.js";
import type { KycState } from "./state.js";

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: KycState, event: KycEvent): KycState {
  if (event.type === "KycSubmitted") {
    return { accountId: event.data.accountId, status: "pending", reason: "" };
  }
  if (state === null) throw new Error(`${event.type} stands before KycSubmitted`);
  if (event.type === "KycApproved") return { ...state, status: "approved", reason: "" };
  return { ...state, status: "rejected", reason: event.data.reason };
}
