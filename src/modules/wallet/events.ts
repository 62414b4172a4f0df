import {
  PLAIN,
  type EventCatalogue,
  type EventTypeDescription,
  type Upcaster,
} from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";
import type { BankAccount, TaxRecord } from "../../kernel/payout-facts.js";
import type { CreditKind, DebitKind, HoldPurpose, Reference, ReturnedPayout } from "./facts.js";
import {
  captureWithoutPurpose,
  creditWithoutReturn,
  debitOfBooking,
  holdWithoutPurpose,
} from "./first-versions.js";

interface About {
  readonly walletId: string;
  readonly ownerId: string;
  readonly currency: Currency;
}

/** What the owner reads about a movement. */
interface Told {
  readonly description: string | null;
  readonly reference: Reference | null;
}

/** Balances are of the whole wallet; what is held stays in the balance but cannot be spent. */
interface Movement extends About, Told {
  readonly transactionId: string;
  readonly amount: Minor;
  readonly balanceBefore: Minor;
  readonly balanceAfter: Minor;
}

interface Hold extends About {
  readonly holdId: string;
  readonly amount: Minor;
}

export interface WalletCredited extends Movement {
  readonly kind: CreditKind;
  /** What a payout that came back had withheld; null for every other kind. */
  readonly returned: ReturnedPayout | null;
}

export interface WalletDebited extends Movement {
  readonly kind: DebitKind;
  /** Null unless it pays for a booking. */
  readonly bookingId: string | null;
}

export interface WalletHoldPlaced extends Hold, Told {
  readonly purpose: HoldPurpose | null;
  /** Where a payout is to go; personal. */
  readonly bankAccount: BankAccount | null;
}

export interface WalletHoldCaptured extends Hold, Movement {
  readonly purpose: HoldPurpose | null;
  /** The record that a payout's withheld tax is entered in. */
  readonly tax: TaxRecord | null;
}

export type WalletEvent =
  | { readonly type: "WalletCredited"; readonly data: WalletCredited }
  | { readonly type: "WalletDebited"; readonly data: WalletDebited }
  | { readonly type: "WalletHoldPlaced"; readonly data: WalletHoldPlaced }
  | { readonly type: "WalletHoldReleased"; readonly data: Hold }
  | { readonly type: "WalletHoldCaptured"; readonly data: WalletHoldCaptured };

function second(upcast: Upcaster): EventTypeDescription {
  return { version: 2, upcasters: { 1: upcast } };
}

export const walletEvents: EventCatalogue<WalletEvent> = {
  WalletCredited: second(creditWithoutReturn),
  WalletDebited: second(debitOfBooking),
  WalletHoldPlaced: {
    ...second(holdWithoutPurpose),
    personal: { subject: "ownerId", fields: { bankAccount: null } },
  },
  WalletHoldReleased: PLAIN,
  WalletHoldCaptured: second(captureWithoutPurpose),
};
