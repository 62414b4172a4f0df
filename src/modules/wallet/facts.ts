import type { Minor } from "../../kernel/money.js";
import type { EmiPart, TaxRecord } from "../../kernel/payout-facts.js";

/** What a movement is about: its kind, the number that the market prints, and its id here. */
export interface Reference {
  readonly type: string;
  readonly number: number | null;
  readonly id: string;
}

/** Where the money comes from; it names the account that is debited (DESIGN §7). */
export type CreditKind =
  | "refund"
  | "deposit"
  | "referral_bonus"
  | "pair_bonus"
  /** A payout that was sent came back: the exact reverse of its withdrawal. */
  | "payout_returned"
  /** Money held for instalments that the booking no longer takes. */
  | "emi_returned";

/** What a debit without a hold pays for; `emi_deduction` is held for the owner's instalments. */
export type DebitKind = "booking" | "emi_deduction";

/** A hold for one instalment of a booking: enough to pay it after a crash. */
export interface InstalmentPurpose {
  readonly kind: "instalment";
  readonly bookingId: string;
  readonly paymentId: string;
  readonly paymentNumber: number;
  readonly transactionId: string;
}

/** A hold for a payout: enough to request it after a crash. amount = tds + net. */
export interface PayoutPurpose {
  readonly kind: "payout";
  readonly payoutId: string;
  /** As its market prints it. */
  readonly number: string;
  readonly rail: "bank_transfer" | "upi";
  readonly tds: Minor;
  /** Of this, `emi` is held back and the rest is transferred. */
  readonly net: Minor;
  readonly emiAutoFilled: boolean;
  readonly emi: EmiPart | null;
}

export type HoldPurpose = InstalmentPurpose | PayoutPurpose;

/** The legs of a payout that came back: tds + emi + transfer = amount. */
export interface ReturnedPayout {
  readonly payoutId: string;
  readonly rail: "bank_transfer" | "upi";
  readonly tds: Minor;
  readonly emi: Minor;
  readonly transfer: Minor;
  readonly tax: TaxRecord | null;
}
