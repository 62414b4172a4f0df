import type { Minor } from "./money.js";

/** Where a payout is sent to. */
export interface BankAccount {
  readonly bankName: string;
  readonly accountNumber: string;
  readonly ifscCode: string;
  readonly holderName: string;
}

/** The payee's tax record of one financial year (EV Distribution, List TDS Records). */
export interface TaxRecord {
  /** `2025-26` */
  readonly financialYear: string;
  readonly number: number;
  /** `TDS202526001` */
  readonly certificateNumber: string;
}

/** The instalment that a payout pays on the way. */
export interface EmiPart {
  readonly amount: Minor;
  readonly bookingId: string;
  readonly paymentId: string;
  readonly paymentNumber: number;
  readonly transactionId: string;
}
