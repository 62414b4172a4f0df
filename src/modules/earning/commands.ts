import type { Currency, Minor } from "../../kernel/money.js";
import type { CashDebtRecorded, EarningAccrued } from "./events.js";

/** Once a booking; a repeat changes nothing. */
export interface AccrueEarning extends EarningAccrued {
  readonly type: "AccrueEarning";
}

/** Once a booking; a repeat changes nothing. */
export interface RecordCashDebt extends CashDebtRecorded {
  readonly type: "RecordCashDebt";
}

/** Once a refund; a repeat changes nothing. */
export interface ReverseEarning {
  readonly type: "ReverseEarning";
  readonly refundId: string;
  readonly bookingId: string;
  /** The provider's part of the refund. */
  readonly amount: Minor;
  readonly currency: Currency;
}

/** Once a dispute; a repeat changes nothing. */
export interface HoldEarning {
  readonly type: "HoldEarning";
  readonly disputeId: string;
  readonly bookingId: string;
  readonly amount: Minor;
  readonly currency: Currency;
}

/** Ends the hold of a dispute; a repeat changes nothing. */
export interface FreeEarning {
  readonly type: "FreeEarning";
  readonly disputeId: string;
}

/** Once a payout; a repeat changes nothing. */
export interface ReserveForPayout {
  readonly type: "ReserveForPayout";
  readonly payoutId: string;
  readonly payoutNumber: string;
  readonly rail: "bank_transfer" | "upi";
  /** Exactly these; left out, all that is pending. */
  readonly earningIds?: readonly string[] | undefined;
}

export type EarningCommand =
  | AccrueEarning
  | RecordCashDebt
  | ReverseEarning
  | HoldEarning
  | FreeEarning
  | ReserveForPayout
  | { readonly type: "MarkEarningsPaid"; readonly payoutId: string }
  | { readonly type: "ReleaseEarnings"; readonly payoutId: string };
