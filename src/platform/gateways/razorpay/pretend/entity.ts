import type { Currency, Minor } from "../../../../kernel/money.js";

/** A row of `ops.sandbox_gateway`: an order, a payment or a refund at the pretended Razorpay. */
export interface PretendEntity {
  readonly id: string;
  readonly kind: "order" | "payment" | "refund";
  /** A payment's order, a refund's payment. */
  readonly parent: string | null;
  readonly reference: string | null;
  readonly amount: Minor;
  readonly currency: Currency;
  /** In Razorpay's own words; a refund begins as `pending`. */
  readonly status: string;
  readonly method: string | null;
  readonly failure: string | null;
  readonly notes: Readonly<Record<string, string>>;
  /** Of a payment: what has been given back so far. */
  readonly refunded: Minor;
  /** Seconds since the epoch, business time. */
  readonly created: number;
}

/** The columns as `PretendEntity` names them. */
export const ENTITY = `id, kind, parent, reference, amount, currency, status,
  method, failure, notes, refunded,
  floor(extract(epoch FROM created_at)) AS created`;

/** A payment as Razorpay's API and webhooks print it. */
export function paymentJson(payment: PretendEntity): object {
  const failed = payment.failure !== null;
  return {
    id: payment.id,
    entity: "payment",
    amount: payment.amount,
    currency: payment.currency,
    status: payment.status,
    order_id: payment.parent,
    invoice_id: null,
    international: false,
    method: payment.method,
    amount_refunded: payment.refunded,
    refund_status: refundStatus(payment),
    captured: !failed,
    description: null,
    card_id: null,
    bank: null,
    wallet: null,
    vpa: payment.method === "upi" ? "sandbox@upi" : null,
    email: null,
    contact: null,
    notes: payment.notes,
    fee: null,
    tax: null,
    error_code: failed ? "BAD_REQUEST_ERROR" : null,
    error_description: payment.failure,
    error_source: failed ? "customer" : null,
    error_step: failed ? "payment_authentication" : null,
    error_reason: failed ? "payment_failed" : null,
    created_at: payment.created,
  };
}

function refundStatus({ refunded, amount }: PretendEntity): string | null {
  if (refunded === 0) return null;
  return refunded < amount ? "partial" : "full";
}

/** A refund as Razorpay prints it. */
export function refundJson(refund: PretendEntity): object {
  return {
    id: refund.id,
    entity: "refund",
    amount: refund.amount,
    currency: refund.currency,
    payment_id: refund.parent,
    notes: refund.notes,
    receipt: null,
    acquirer_data: { arn: null },
    created_at: refund.created,
    batch_id: null,
    status: refund.status,
    speed_processed: "normal",
    speed_requested: "normal",
  };
}
