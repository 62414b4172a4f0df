import type { TaxRecord } from "../../kernel/payout-facts.js";
import type { PayoutRequested } from "./events.js";

/** Once a payout; a repeat changes nothing. gross = deduction + tds + net. */
export interface RequestPayout extends PayoutRequested {
  readonly type: "RequestPayout";
}

/** Staff take it on; its money leaves the wallet next. */
export interface SendPayout {
  readonly type: "SendPayout";
  /** Needed where tax is withheld. */
  readonly tax: TaxRecord | null;
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

export interface RejectPayout {
  readonly type: "RejectPayout";
  readonly reason: string;
}

export type StandingPayoutCommand =
  | SendPayout
  | CompletePayout
  | FailPayout
  | RejectPayout
  /** By the payee. */
  | { readonly type: "CancelPayout" };

export type PayoutCommand = RequestPayout | StandingPayoutCommand;
