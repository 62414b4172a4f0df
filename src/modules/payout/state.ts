import type { PayoutRequested } from "./events.js";

export interface Payout extends PayoutRequested {
  readonly status: "pending" | "completed" | "failed";
}

/** Null until requested. */
export type PayoutState = Payout | null;
