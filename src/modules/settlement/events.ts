import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { GatewaySettlementLine } from "../../kernel/gateway.js";
import type { Currency, Minor } from "../../kernel/money.js";

/** One thing that was settled; the amounts are as the gateway tells them. */
export interface SettlementLine extends GatewaySettlementLine {
  /** Our payment; null for what is none of ours. */
  readonly paymentId: string | null;
}

/**
 * A gateway has transferred money to our bank. Of a transfer that serves several markets each has
 * its own part; `net` is the part, `transferred` the whole as the bank's statement shows it.
 */
export interface SettlementReceived {
  readonly settlementId: string;
  readonly marketplace: string;
  readonly gateway: "razorpay" | "stripe";
  readonly gatewaySettlementId: string;
  readonly settledAt: string;
  readonly utr: string | null;
  /** The bank account that it arrived on. */
  readonly bank: string;
  readonly currency: Currency;
  /** The lines' amounts together; below zero where more went back than came in. */
  readonly gross: Minor;
  readonly fee: Minor;
  /** The tax on the fee. */
  readonly tax: Minor;
  /** gross - fee - tax. */
  readonly net: Minor;
  readonly transferred: Minor;
  readonly lines: readonly SettlementLine[];
}

export interface SettlementEvent {
  readonly type: "SettlementReceived";
  readonly data: SettlementReceived;
}

export const settlementEvents: EventCatalogue<SettlementEvent> = { SettlementReceived: PLAIN };
