import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

/** One stream a provider, `earnings-<providerId>`: reserving for a payout is one decision. */
interface About {
  readonly providerId: string;
}

export interface EarningAccrued extends About {
  readonly earningId: string;
  readonly bookingId: string;
  readonly bookingNumber: string;
  readonly bookingAmount: Minor;
  readonly sharePercent: number;
  readonly amount: Minor;
  readonly platformShare: Minor;
  readonly currency: Currency;
}

/** The provider holds cash that belongs to the platform until it is netted. */
export interface CashDebtRecorded extends About {
  readonly bookingId: string;
  readonly amount: Minor;
  readonly currency: Currency;
}

/** The provider's part of a refund: from what is still owed to them, the rest becomes debt. */
export interface EarningReversed extends About {
  readonly earningId: string;
  readonly bookingId: string;
  readonly refundId: string;
  readonly currency: Currency;
  readonly fromPending: Minor;
  /** From what a dispute has set aside of it. */
  readonly fromHeld: Minor;
  readonly toDebt: Minor;
  /** What is left of the earning; 0 cancels it. */
  readonly remaining: Minor;
}

/** Set aside for a dispute: from what is still owed by the booking, the rest becomes debt. */
export interface EarningHeld extends About {
  readonly earningId: string;
  readonly bookingId: string;
  readonly disputeId: string;
  readonly currency: Currency;
  readonly fromPending: Minor;
  readonly toDebt: Minor;
}

/** The dispute is over: what is still set aside goes back, to the debt that it made first. */
export interface EarningFreed extends About {
  /** Another one than was held, if that is paid out meanwhile. */
  readonly earningId: string;
  readonly bookingId: string;
  readonly bookingNumber: string;
  readonly disputeId: string;
  readonly currency: Currency;
  readonly toPending: Minor;
  readonly offDebt: Minor;
}

export interface EarningsReserved extends About {
  readonly payoutId: string;
  readonly payoutNumber: string;
  readonly earningIds: readonly string[];
  readonly rail: "bank_transfer" | "upi";
  readonly currency: Currency;
  readonly gross: Minor;
  /** Debt netted with this payout. */
  readonly deduction: Minor;
  /** gross - deduction. */
  readonly net: Minor;
}

export type EarningEvent =
  | { readonly type: "EarningAccrued"; readonly data: EarningAccrued }
  | { readonly type: "CashDebtRecorded"; readonly data: CashDebtRecorded }
  | { readonly type: "EarningReversed"; readonly data: EarningReversed }
  | { readonly type: "EarningHeld"; readonly data: EarningHeld }
  | { readonly type: "EarningFreed"; readonly data: EarningFreed }
  | { readonly type: "EarningsReserved"; readonly data: EarningsReserved }
  | { readonly type: "EarningsPaid"; readonly data: About & Settled }
  | { readonly type: "EarningsReleased"; readonly data: About & Settled };

interface Settled {
  readonly payoutId: string;
  readonly earningIds: readonly string[];
}

export const earningEvents: EventCatalogue<EarningEvent> = {
  EarningAccrued: PLAIN,
  CashDebtRecorded: PLAIN,
  EarningReversed: { version: 2, upcasters: { 1: (data) => ({ ...data, fromHeld: 0 }) } },
  EarningHeld: PLAIN,
  EarningFreed: PLAIN,
  EarningsReserved: PLAIN,
  EarningsPaid: PLAIN,
  EarningsReleased: PLAIN,
};
