import { z } from "zod";
import type { DisputeFacts, WebhookReceived } from "../modules/webhook/events.js";

const text = z.string().max(255);
const paise = z.number().int().min(0);

const payment = z.looseObject({
  id: text,
  order_id: text.nullish(),
  amount: paise.nullish(),
  amount_refunded: paise.nullish(),
  currency: text.nullish(),
  method: text.nullish(),
  error_description: z.string().nullish(),
});

const refund = z.looseObject({
  id: text,
  payment_id: text.nullish(),
  amount: paise.nullish(),
  currency: text.nullish(),
  receipt: text.nullish(),
  // Razorpay prints an empty list where there are none.
  notes: z.object({ reference: text }).nullish().catch(null),
});

const dispute = z.looseObject({
  id: text,
  payment_id: text.nullish(),
  amount: paise,
  currency: z.enum(["INR", "USD"]).default("INR"),
  reason_code: text.nullish(),
  respond_by: z.int().positive().nullish(),
});

const order = z.looseObject({
  id: text,
  amount: paise.nullish(),
  amount_paid: paise.nullish(),
  currency: text.nullish(),
});

/** What Razorpay posts; entities that the books do not need are let through unread. */
export const razorpayWebhook = z.looseObject({
  event: text.min(1),
  payload: z.looseObject({
    payment: z.looseObject({ entity: payment }).optional(),
    refund: z.looseObject({ entity: refund }).optional(),
    order: z.looseObject({ entity: order }).optional(),
    dispute: z.looseObject({ entity: dispute }).optional(),
  }),
});

/** The facts that the books keep; e-mail, contact and card details stay outside (DESIGN §4). */
export function webhookFacts(
  webhook: z.output<typeof razorpayWebhook>,
): Omit<WebhookReceived, "webhookId"> {
  const { payload } = webhook;
  const paid = payload.payment?.entity;
  const back = payload.refund?.entity;
  const ordered = payload.order?.entity;
  const disputed = payload.dispute?.entity;
  return {
    gateway: "razorpay",
    eventType: webhook.event,
    orderId: paid?.order_id ?? ordered?.id ?? null,
    gatewayPaymentId: paid?.id ?? back?.payment_id ?? disputed?.payment_id ?? null,
    gatewayRefundId: back?.id ?? null,
    refundReference: back?.receipt ?? back?.notes?.reference ?? null,
    amount: amountOf(webhook),
    currency: currencyOf(webhook),
    refundedInAll: back === undefined ? refundedInAll(paid?.amount_refunded) : null,
    instrument: paid?.method ?? null,
    failureReason: paid?.error_description ?? null,
    dispute: disputed === undefined ? null : disputeFacts(disputed),
  };
}

/** What tells a webhook without an event id from others (webhook.05). */
export function identityOf(facts: Omit<WebhookReceived, "webhookId">): string {
  const { eventType, orderId, gatewayPaymentId, gatewayRefundId } = facts;
  const named = [eventType, orderId, gatewayPaymentId, gatewayRefundId];
  return (facts.refundedInAll === null ? named : [...named, facts.refundedInAll]).join("|");
}

/** Nothing refunded tells nothing of a refund. */
function refundedInAll(amount: number | null | undefined): number | null {
  return amount === undefined || amount === 0 ? null : amount;
}

/** Of the refund if it names one, else of the payment or the order. */
function amountOf({ payload }: z.output<typeof razorpayWebhook>): number | null {
  if (payload.refund !== undefined) return payload.refund.entity.amount ?? null;
  const ordered = payload.order?.entity;
  return payload.payment?.entity.amount ?? ordered?.amount_paid ?? ordered?.amount ?? null;
}

/** Of what `amountOf` names. */
function currencyOf({ payload }: z.output<typeof razorpayWebhook>): string | null {
  const told = payload.refund ?? payload.payment ?? payload.order;
  return told?.entity.currency?.toUpperCase() ?? null;
}

/** Razorpay takes no fee for a dispute. */
function disputeFacts(told: z.output<typeof dispute>): DisputeFacts {
  const { id, amount, currency, reason_code, respond_by } = told;
  return {
    gatewayDisputeId: id,
    amount,
    currency,
    fee: 0,
    reason: reason_code ?? null,
    respondBy: respond_by ? new Date(respond_by * 1_000).toISOString() : null,
  };
}
