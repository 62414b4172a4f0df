import type { TaxRecord } from "../../kernel/payout-facts.js";
import type { PayoutRequested } from "./events.js";

export type PayoutStatus =
  "pending" | "processing" | "completed" | "failed" | "rejected" | "cancelled";

export interface Payout extends PayoutRequested {
  readonly status: PayoutStatus;
  /** Known once it is sent. */
  readonly tax: TaxRecord | null;
}

/** Null until requested. */
export type PayoutState = Payout | null;
