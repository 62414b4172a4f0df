import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";
import type { Matched } from "./match.js";

/**
 * A capture or a refund whose webhook never came, applied by the reconciliation
 * (reconciliation.02).
 */
export interface Healed {
  readonly gatewayPaymentId: string;
  readonly orderId: string;
  /** Null for a capture. */
  readonly gatewayRefundId: string | null;
  readonly amount: Minor;
  readonly currency: Currency;
}

/**
 * What is not as it should be (reconciliation.03), between our books and the gateway's payments,
 * its settlements, and the bank's statement.
 */
export type DifferenceKind =
  /** Another amount at the gateway than in our records or in the journal. */
  | "amount_mismatch"
  /** A captured payment that is none of ours. */
  | "unknown_gateway_payment"
  /** A success of ours that the gateway knows nothing of. */
  | "missing_at_gateway"
  /** A missing capture that our payment does not accept. */
  | "not_healed"
  /** A refund at the gateway that our payment has not, or not yet as done, and does not accept. */
  | "refund_not_healed"
  /** Settled, but the journal has nothing of it on the gateway's clearing account. */
  | "unknown_settlement_line"
  /** Settled in another amount than the journal has. */
  | "settlement_mismatch"
  /** The gateway tells another settlement than the one that was recorded. */
  | "settlement_changed"
  /** Captured long ago and in no settlement yet. */
  | "not_settled"
  /** On the bank's statement, but nothing in the journal's bank account has its reference. */
  | "unknown_bank_line"
  /** On the bank's statement in another amount than in the journal. */
  | "bank_mismatch"
  /** In the journal's bank account, but not on the statement although that goes far enough. */
  | "missing_at_bank";

/** For people to look into; nothing corrects it by itself. Null where a side has nothing. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly gatewayPaymentId: string | null;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly atGateway: Minor | null;
  readonly recorded: Minor | null;
  /** What the journal has for it on the gateway's clearing account, or on the bank's. */
  readonly posted: Minor | null;
  /** Of a settlement, a bank line or a refund: what the other side calls it. */
  readonly reference: string | null;
}

/** A transfer of the gateway to our bank; amounts are this market's part of it. */
export interface SettledBatch {
  readonly gatewaySettlementId: string;
  readonly utr: string | null;
  readonly gross: Minor;
  readonly fee: Minor;
  readonly tax: Minor;
  readonly net: Minor;
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
  /** What the gateway has settled that day. */
  readonly settlements: readonly SettledBatch[];
  /** Its lines against the journal's clearing account. */
  readonly settlementLines: Matched;
  /** The day's bank lines, as far as imported, against the journal's bank accounts. */
  readonly bankLines: Matched;
}

export interface ReconciliationEvent {
  readonly type: "DayReconciled";
  readonly data: DayReconciled;
}

const NOTHING_MATCHED: Matched = { oneToOne: 0, oneToMany: 0, manyToOne: 0, manyToMany: 0 };

/** Before settlements and bank lines were compared, no report had any. */
function withoutSettlements(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const differences = (data["differences"] as readonly object[]).map((one) => ({
    ...one,
    reference: null,
  }));
  const none = { settlementLines: NOTHING_MATCHED, bankLines: NOTHING_MATCHED };
  return { ...data, differences, settlements: [], ...none };
}

/** Before refunds were compared, captures alone were healed. */
function withoutRefunds(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const captures = data["healed"] as readonly object[];
  return { ...data, healed: captures.map((one) => ({ ...one, gatewayRefundId: null })) };
}

export const reconciliationEvents: EventCatalogue<ReconciliationEvent> = {
  DayReconciled: { version: 3, upcasters: { 1: withoutSettlements, 2: withoutRefunds } },
};
