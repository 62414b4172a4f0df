import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

/** The money of a payout; every event repeats it, so that each posts without a look back. */
interface About {
  readonly payoutId: string;
  readonly payeeId: string;
  /** What the payout is drawn on: a provider's payable or a member's wallet. */
  readonly source: "provider" | "wallet";
  readonly rail: "bank_transfer" | "upi";
  readonly currency: Currency;
  /** gross = deduction + tds + net */
  readonly gross: Minor;
  readonly deduction: Minor;
  readonly tds: Minor;
  readonly net: Minor;
}

export interface PayoutRequested extends About {
  readonly number: string;
  readonly earningIds: readonly string[];
}

export interface PayoutCompleted extends About {
  readonly bank: string;
  readonly bankTransactionId: string | null;
  readonly upiTransactionId: string | null;
  readonly notes: string | null;
}

export type PayoutEvent =
  | { readonly type: "PayoutRequested"; readonly data: PayoutRequested }
  | { readonly type: "PayoutCompleted"; readonly data: PayoutCompleted }
  | { readonly type: "PayoutFailed"; readonly data: About & { readonly reason: string } };

export const payoutEvents: EventCatalogue<PayoutEvent> = {
  PayoutRequested: PLAIN,
  PayoutCompleted: PLAIN,
  PayoutFailed: PLAIN,
};
