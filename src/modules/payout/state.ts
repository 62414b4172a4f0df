import type { PayoutEvent, PayoutRequested } from "./events.js";

export interface Payout extends PayoutRequested {
  readonly status: "pending" | "completed" | "failed";
}

/** Null until requested. */
export type PayoutState = Payout | null;

export function evolve(state: PayoutState, event: PayoutEvent): PayoutState {
  if (event.type === "PayoutRequested") return { ...event.data, status: "pending" };
  if (state === null) throw new Error(`${event.type} stands before PayoutRequested`);
  return { ...state, status: event.type === "PayoutCompleted" ? "completed" : "failed" };
}
