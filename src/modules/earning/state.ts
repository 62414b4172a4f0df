import type { IdMap } from "../../kernel/id-map.js";
import type { Currency, Minor } from "../../kernel/money.js";

export interface Earning {
  readonly bookingId: string;
  /** As it was accrued. */
  readonly accrued: Minor;
  /** What reversals have left of it. */
  readonly amount: Minor;
  readonly bookingNumber: string;
  /** `held`: a dispute keeps it, and what is left of it, from being paid out. */
  readonly status: "pending" | "held" | "reserved" | "paid" | "cancelled";
  /** Counts up in the order of accrual. */
  readonly order: number;
}

export interface Reservation {
  readonly status: "open" | "paid" | "released";
  readonly payoutNumber: string;
  /** Empty once settled. */
  readonly earningIds: readonly string[];
  /** Debt that this payout nets; it comes back if the payout is released. */
  readonly deduction: Minor;
}

/** What a dispute has set aside, as far as no refund has used it. */
export interface Hold {
  readonly status: "open" | "freed";
  readonly earningId: string;
  readonly bookingId: string;
  readonly asked: Minor;
  readonly held: Minor;
  /** Of it, what became debt when it was set aside. */
  readonly toDebt: Minor;
}

export interface Earnings {
  readonly providerId: string;
  readonly currency: Currency;
  readonly earnings: IdMap<Earning>;
  /** The earning of each booking. */
  readonly byBooking: IdMap<string>;
  /** What the provider owes and no payout has netted yet. */
  readonly debt: Minor;
  /** The cash debt of each booking as it was recorded. */
  readonly cashDebts: IdMap<Minor>;
  /** What each refund took back. */
  readonly reversals: IdMap<Minor>;
  /** By dispute. */
  readonly holds: IdMap<Hold>;
  readonly payouts: IdMap<Reservation>;
}

/** Null until the first earning or debt. */
export type EarningsState = Earnings | null;
