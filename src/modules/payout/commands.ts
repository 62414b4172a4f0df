import type { PayoutRequested } from "./events.js";

/** Once a payout; a repeat changes nothing. gross = deduction + tds + net. */
export interface RequestPayout extends PayoutRequested {
  readonly type: "RequestPayout";
}

export interface CompletePayout {
  readonly type: "CompletePayout";
  /** The bank account that it was paid from, as the ledger names it. */
  readonly bank: string;
  readonly bankTransactionId?: string | null | undefined;
  readonly upiTransactionId?: string | null | undefined;
  readonly notes?: string | null | undefined;
}

export interface FailPayout {
  readonly type: "FailPayout";
  readonly reason: string;
}

export type PayoutCommand = RequestPayout | CompletePayout | FailPayout;
