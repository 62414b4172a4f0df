import {
  PLAIN,
  type EventCatalogue,
  type EventTypeDescription,
} from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";
import type { BankAccount, EmiPart, TaxRecord } from "../../kernel/payout-facts.js";
import type { PayoutCourse } from "./facts.js";
import { requestOfProvider, withoutEmi } from "./first-versions.js";

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
  /** Of the net, what pays an instalment; the rest is transferred. */
  readonly emi: EmiPart | null;
}

export interface PayoutRequested extends About {
  readonly number: string;
  readonly earningIds: readonly string[];
  readonly course: PayoutCourse;
  /** The hold on the wallet that it is drawn on; null for a provider's. */
  readonly holdId: string | null;
  /** Whether the payee asked that an instalment be paid on the way. */
  readonly emiAutoFilled: boolean;
  /** Where it is to be sent; personal. */
  readonly bankAccount: BankAccount | null;
}

/** By the payee, before staff have taken it on. */
export interface PayoutCancelled extends About {
  readonly number: string;
  readonly holdId: string | null;
}

/** Staff have taken it on: its money is to leave the wallet. */
export interface PayoutSent extends PayoutCancelled {
  /** The record that its tax is entered in; null where none is withheld. */
  readonly tax: TaxRecord | null;
}

export interface PayoutCompleted extends About {
  readonly bank: string;
  readonly bankTransactionId: string | null;
  readonly upiTransactionId: string | null;
  readonly notes: string | null;
}

export interface PayoutRejected extends PayoutSent {
  /** What was sent before comes back to the wallet, else only the hold ends. */
  readonly from: "pending" | "processing";
  readonly reason: string;
}

export type PayoutEvent =
  | { readonly type: "PayoutRequested"; readonly data: PayoutRequested }
  | { readonly type: "PayoutSent"; readonly data: PayoutSent }
  | { readonly type: "PayoutCompleted"; readonly data: PayoutCompleted }
  | { readonly type: "PayoutFailed"; readonly data: About & { readonly reason: string } }
  | { readonly type: "PayoutRejected"; readonly data: PayoutRejected }
  | { readonly type: "PayoutCancelled"; readonly data: PayoutCancelled };

const WITH_EMI: EventTypeDescription = { version: 2, upcasters: { 1: withoutEmi } };

export const payoutEvents: EventCatalogue<PayoutEvent> = {
  PayoutRequested: {
    version: 2,
    personal: { subject: "payeeId", fields: { bankAccount: null } },
    upcasters: { 1: requestOfProvider },
  },
  PayoutSent: PLAIN,
  PayoutCompleted: WITH_EMI,
  PayoutFailed: WITH_EMI,
  PayoutRejected: PLAIN,
  PayoutCancelled: PLAIN,
};
