import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

interface About {
  readonly paymentId: string;
  readonly bookingId: string;
  readonly customerId: string;
}

interface Amount {
  readonly amount: Minor;
  readonly currency: Currency;
}

export type Gateway = "razorpay" | "stripe";

/** A booking's one payment is online or cash; an instalment may come in any of these ways. */
export type PaymentMethod = "online" | "cash" | "bank_transfer" | "wallet" | "emi_held";

export interface PaymentRequested extends About, Amount {
  readonly method: PaymentMethod;
  readonly gateway: Gateway | null;
  readonly orderId: string | null;
  readonly receipt: string;
}

export interface PaymentCaptured extends About, Amount {
  readonly gateway: Gateway;
  readonly orderId: string;
  readonly gatewayPaymentId: string;
  /** `upi`, `card`, `netbanking`, `wallet` …; null until the gateway tells. */
  readonly instrument: string | null;
}

/** The gateway had not told how it was paid when it was captured. */
export interface InstrumentNamed extends About {
  readonly instrument: string;
}

/** The customer's bank has taken it back for good; a payment may be contested in parts. */
export interface PaymentChargedBack extends About, Amount {
  readonly chargebackId: string;
  /** What lost chargebacks had taken of this payment before. */
  readonly before: Minor;
}

export interface PaymentFailed extends About {
  readonly gatewayPaymentId: string | null;
  readonly reason: string;
}

export interface CashCollected extends About, Amount {
  readonly providerId: string;
}

/** An instalment's money is there: its booking has taken it. */
export interface PaymentReceived extends About, Amount {
  readonly method: PaymentMethod;
  /** The whole number that its market prints as the payment's id. */
  readonly number: number;
  /** `TXN123456` as the payer reads it. */
  readonly transactionId: string;
}

interface Refund extends About, Amount {
  readonly refundId: string;
  readonly to: "gateway" | "wallet";
}

export interface RefundOrdered extends Refund {
  readonly gateway: Gateway | null;
  readonly gatewayPaymentId: string | null;
}

/**
 * The gateway has refunded what nobody here had ordered: staff did in its dashboard. Its booking
 * grants the refund next. Told again when a refund that was under way is done before that.
 */
export interface GatewayRefundReported extends Refund {
  readonly gateway: Gateway;
  /** Null where the gateway told of the payment alone. */
  readonly gatewayRefundId: string | null;
  /** The customer has the money; else the gateway is still at it. */
  readonly processed: boolean;
}

export interface RefundConfirmed extends Refund {
  readonly gateway: Gateway | null;
  /** All confirmed refunds of this payment together, this one included. */
  readonly refundedInAll: Minor;
  readonly full: boolean;
  /** The bank's number of the transfer; null unless staff gave cash back. */
  readonly bankReference: string | null;
}

export type PaymentEvent =
  | { readonly type: "PaymentRequested"; readonly data: PaymentRequested }
  | { readonly type: "PaymentCaptured"; readonly data: PaymentCaptured }
  | { readonly type: "InstrumentNamed"; readonly data: InstrumentNamed }
  | { readonly type: "PaymentChargedBack"; readonly data: PaymentChargedBack }
  | { readonly type: "PaymentFailed"; readonly data: PaymentFailed }
  | { readonly type: "CashCollected"; readonly data: CashCollected }
  | { readonly type: "PaymentReceived"; readonly data: PaymentReceived }
  | { readonly type: "RefundOrdered"; readonly data: RefundOrdered }
  | { readonly type: "RefundSent"; readonly data: Refund & { readonly gatewayRefundId: string } }
  | { readonly type: "GatewayRefundReported"; readonly data: GatewayRefundReported }
  | { readonly type: "RefundConfirmed"; readonly data: RefundConfirmed }
  | { readonly type: "RefundFailed"; readonly data: Refund & { readonly reason: string } };

export const paymentEvents: EventCatalogue<PaymentEvent> = {
  PaymentRequested: PLAIN,
  PaymentCaptured: PLAIN,
  InstrumentNamed: PLAIN,
  PaymentChargedBack: PLAIN,
  PaymentFailed: PLAIN,
  CashCollected: PLAIN,
  PaymentReceived: PLAIN,
  RefundOrdered: PLAIN,
  RefundSent: PLAIN,
  GatewayRefundReported: PLAIN,
  RefundConfirmed: { version: 2, upcasters: { 1: (data) => ({ ...data, bankReference: null }) } },
  RefundFailed: PLAIN,
};
