import type { Currency, Minor } from "./money.js";

/** What a customer's checkout needs to pay: Razorpay calls it an order. */
export interface GatewayOrder {
  readonly orderId: string;
  readonly amount: Minor;
  readonly currency: Currency;
}

/** A payment as the gateway reports it. */
export interface GatewayPayment {
  readonly paymentId: string;
  readonly orderId: string;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly status: "created" | "authorized" | "captured" | "failed" | "refunded";
  /** `upi`, `card`, `netbanking`, `wallet` …, null when unknown. */
  readonly instrument: string | null;
  readonly failureReason: string | null;
}

export interface GatewayRefund {
  readonly refundId: string;
  readonly status: "processing" | "processed" | "failed";
}

/** A refund in the gateway's books, whoever has made it. */
export interface GatewayRefundEntry extends GatewayRefund {
  readonly paymentId: string;
  readonly amount: Minor;
  /** What it was ordered by; null for one that was made by hand. */
  readonly reference: string | null;
}

/** One thing that a gateway settles: what it took for a payment, gave back, kept or returned. */
export interface GatewaySettlementLine {
  readonly kind: "payment" | "refund" | "adjustment" | "chargeback";
  /** Of the payment, refund or adjustment; of a chargeback the dispute's. */
  readonly gatewayId: string;
  /** The gateway's payment that it belongs to, if it belongs to one. */
  readonly gatewayPaymentId: string | null;
  /** Before the fee; above zero what comes to us, below zero what goes. */
  readonly amount: Minor;
  /** Without its tax. */
  readonly fee: Minor;
  readonly tax: Minor;
}

/** One transfer of a gateway to our bank, with all that it is made of. */
export interface GatewaySettlement {
  readonly settlementId: string;
  /** ISO 8601 in UTC. */
  readonly settledAt: string;
  /** What the bank's statement calls it; null until the bank has given one. */
  readonly utr: string | null;
  readonly currency: Currency;
  readonly lines: readonly GatewaySettlementLine[];
}

/**
 * A payment gateway. Every call is idempotent by the caller's own reference and throws
 * `GatewayUnavailable` when the gateway cannot be reached or answers 5xx, `GatewayRefused` when
 * it will not do what it was asked, now or ever.
 */
export interface PaymentGateway {
  readonly name: "razorpay" | "stripe";
  /** The public key that a frontend's checkout needs. */
  readonly publicKey: string;
  createOrder(order: {
    readonly reference: string;
    readonly amount: Minor;
    readonly currency: Currency;
    readonly notes: Readonly<Record<string, string>>;
  }): Promise<GatewayOrder>;
  payment(paymentId: string): Promise<GatewayPayment | undefined>;
  /**
   * Every payment begun in a span of time, for the daily reconciliation.
   *
   * @param from milliseconds since the epoch, inclusive
   * @param to milliseconds since the epoch, exclusive; both are cut to whole seconds
   */
  paymentsBetween(from: number, to: number): Promise<readonly GatewayPayment[]>;
  /** Every refund made in a span of time, by us or by hand; the span as for payments. */
  refundsBetween(from: number, to: number): Promise<readonly GatewayRefundEntry[]>;
  /**
   * What the gateway has transferred to our bank on a day, with all that each transfer is made of.
   *
   * @param day `2024-01-20`, a calendar day as the gateway counts them
   */
  settlements(day: string): Promise<readonly GatewaySettlement[]>;
  refund(refund: {
    readonly reference: string;
    readonly paymentId: string;
    readonly amount: Minor;
  }): Promise<GatewayRefund>;
  /** Timing-safe check of what the frontend hands over after a payment. */
  checkoutSignatureHolds(orderId: string, paymentId: string, signature: string): boolean;
  /** Timing-safe check of a webhook's signature over its raw bytes. */
  webhookSignatureHolds(rawBody: Buffer, signature: string): boolean;
}

export class GatewayUnavailable extends Error {
  override readonly name = "GatewayUnavailable";
}

/** The gateway understood and said no: more than was captured, an unknown payment, a wrong key. */
export class GatewayRefused extends Error {
  override readonly name = "GatewayRefused";
}

/** A message to a person, by the channel that its sender chose. */
export interface OutgoingMessage {
  readonly marketplace: string;
  readonly channel: "email" | "sms" | "push";
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** For the sandbox's readers: `otp`, `token`, `user_id`. */
  readonly data: Readonly<Record<string, string>>;
  /** A UUID; a repeat with the same one is the same message, and is dropped where that can be. */
  readonly id?: string;
}

export interface Messenger {
  send(message: OutgoingMessage): Promise<void>;
}
