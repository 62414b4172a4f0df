import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

/** A capture whose webhook never came, applied by the reconciliation (reconciliation.02). */
export interface Healed {
  readonly gatewayPaymentId: string;
  readonly orderId: string;
  readonly amount: Minor;
  readonly currency: Currency;
}

/**
 * What is not as it should be (reconciliation.03): another amount at the gateway than in our
 * records or in the journal; a captured payment that is none of ours; a success of ours that the
 * gateway knows nothing of; a missing capture that our payment does not accept.
 */
export type DifferenceKind =
  "amount_mismatch" | "unknown_gateway_payment" | "missing_at_gateway" | "not_healed";

/** For people to look into; nothing corrects it by itself. Null where a side has nothing. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly gatewayPaymentId: string | null;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly atGateway: Minor | null;
  readonly recorded: Minor | null;
  /** What the journal has on the gateway's clearing account for it. */
  readonly posted: Minor | null;
}

/** The report of one day of one market, whole: every event carries all of it. */
export interface DayReconciled {
  readonly reconciliationId: string;
  readonly marketplace: string;
  readonly gateway: "razorpay" | "stripe";
  /** The calendar day at the market's place, and its bounds as instants. */
  readonly date: string;
  readonly from: string;
  readonly until: string;
  /** Captured payments at the gateway, and their sum. */
  readonly gatewayPayments: number;
  readonly gatewayTotal: Minor;
  readonly currency: Currency;
  /** Those of them that our records and the journal agree with, once all is healed. */
  readonly agreed: number;
  /** By this run and all earlier ones. */
  readonly healed: readonly Healed[];
  readonly differences: readonly Difference[];
}

export interface ReconciliationEvent {
  readonly type: "DayReconciled";
  readonly data: DayReconciled;
}

export const reconciliationEvents: EventCatalogue<ReconciliationEvent> = { DayReconciled: PLAIN };
