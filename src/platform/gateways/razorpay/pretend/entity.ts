import type { Currency, Minor } from "../../../../kernel/money.js";

/** A row of `ops.sandbox_gateway`: an order, a payment, a refund or a dispute over one. */
export interface PretendEntity {
  readonly id: string;
  readonly kind: "order" | "payment" | "refund" | "dispute";
  /** A payment's order, a refund's or a dispute's payment. */
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

/** What the customer claims in every pretended dispute, and the seconds there are to answer. */
const REASON = "goods_or_services_not_received";
const TIME_TO_RESPOND = 7 * 86_400;

/** A dispute as Razorpay prints it; nothing is taken before it is lost. */
export function disputeJson(dispute: PretendEntity): object {
  return {
    id: dispute.id,
    entity: "dispute",
    payment_id: dispute.parent,
    amount: dispute.amount,
    currency: dispute.currency,
    amount_deducted: dispute.status === "lost" ? dispute.amount : 0,
    reason_code: REASON,
    respond_by: dispute.created + TIME_TO_RESPOND,
    status: dispute.status,
    phase: "chargeback",
    created_at: dispute.created,
  };
}
