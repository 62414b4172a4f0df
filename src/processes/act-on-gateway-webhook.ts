import { isoNow } from "../kernel/clock.js";
import type { Commands, Envelope } from "../kernel/commands.js";
import { defineProcess, type Instruction } from "../kernel/process.js";
import { isRejection, reject, type Rejection } from "../kernel/rejection.js";
import { bookings } from "../modules/booking/booking.js";
import { chargebacks } from "../modules/chargeback/chargeback.js";
import { payments } from "../modules/payment/payment.js";
import type { PaymentCommand } from "../modules/payment/commands.js";
import type { PaymentState } from "../modules/payment/state.js";
import type { WebhookEvent, WebhookReceived } from "../modules/webhook/events.js";
import { webhooks } from "../modules/webhook/webhook.js";
import type { Ports } from "./ports.js";
import { chargebackIdOf, reportOfDispute, tellsOfLoss } from "./report-of-dispute.js";

/** Payment Webhook Handler, Retry Logic: exponential backoff, at most 3 retries. */
const RETRIES = { maxRetries: 3, firstDelaySeconds: 30, backoffFactor: 4 };
/** What no retry can cure goes to manual review at once (webhook.13). */
const NO_RETRY = { ...RETRIES, maxRetries: 0 };
const INCURABLE = new Set([
  "amount_mismatch",
  "order_mismatch",
  "payment_used_elsewhere",
  "amount_not_positive",
  "chargeback_decided",
  "refund_out_of_range",
]);

const REUSED = reject(
  "conflict",
  "payment_used_elsewhere",
  "The gateway's payment belongs to another order.",
);

/**
 * An authentic webhook becomes a command to the payment that it speaks of (Payment Webhook
 * Handler, steps 3 to 7). One for an unknown order is kept for the reconciliation (webhook.12).
 */
export const actOnGatewayWebhook = defineProcess<WebhookEvent, Ports>({
  name: "act-on-gateway-webhook",
  on: {
    WebhookReceived: ({ data }, ports) => [processing(data.webhookId, data, ports)],
  },
  due: {
    "webhook-retry": async ({ data }, ports) => {
      const [received] = await ports.commands.history(webhooks, data.webhookId ?? "");
      if (received?.type !== "WebhookReceived") return [];
      return [processing(data.webhookId ?? "", received.data as WebhookReceived, ports)];
    },
  },
});

function processing(webhookId: string, webhook: WebhookReceived, ports: Ports): Instruction {
  return {
    target: `webhook-${webhookId}`,
    command: "ProcessWebhook",
    deliver: async (commands, envelope) => {
      const outcome = await act(webhook, ports, commands, envelope);
      const marked = isRejection(outcome)
        ? await commands.execute(
            webhooks,
            webhookId,
            {
              type: "MarkFailed",
              error: `${outcome.reason}: ${outcome.message}`,
              at: isoNow(ports.clock),
              policy: INCURABLE.has(outcome.reason) ? NO_RETRY : RETRIES,
            },
            envelope,
          )
        : await commands.execute(webhooks, webhookId, { type: "MarkProcessed", outcome }, envelope);
      return isRejection(marked) ? marked : undefined;
    },
  };
}

async function act(
  webhook: WebhookReceived,
  ports: Ports,
  commands: Commands,
  envelope: Envelope,
): Promise<string | Rejection> {
  if (webhook.dispute !== null) return reportDispute(webhook, ports, commands, envelope);
  const command = commandOf(webhook);
  if (command === undefined) return "ignored";
  const paymentId = await paymentOf(webhook, ports);
  if (paymentId === undefined) return "unknown payment";
  if (command.type === "RecordCapture") {
    const claim = {
      scope: `${webhook.gateway}.payment`,
      value: command.gatewayPaymentId,
      owner: paymentId,
    };
    if ((await ports.claims.take(claim, envelope)) !== paymentId) return REUSED;
  }
  const done = await commands.execute(payments, paymentId, command, envelope);
  if (isRejection(done)) return done;
  return done.events.length === 0 ? "no change" : "applied";
}

/** A dispute over a payment is a chargeback; what it says of any other is not ours. */
async function reportDispute(
  webhook: WebhookReceived,
  ports: Ports,
  commands: Commands,
  envelope: Envelope,
): Promise<string | Rejection> {
  const paymentId = await paymentOf(webhook, ports);
  if (paymentId === undefined) return "unknown payment";
  const payment = await contested(webhook, paymentId, commands, envelope);
  if (isRejection(payment)) return payment;
  if (payment === null) return "unknown payment";
  const booking = await commands.load(bookings, payment.bookingId);
  const rules = ports.rules(envelope.marketplace);
  const report = reportOfDispute(webhook, payment, booking, rules);
  if (report === undefined) return "ignored";
  const { chargebackId } = report.opened;
  const done = await commands.execute(chargebacks, chargebackId, report, envelope);
  if (isRejection(done)) return done;
  return done.events.length === 0 ? "no change" : "applied";
}

/** The payment, which takes note of a chargeback first if that is lost and was open until now. */
async function contested(
  webhook: WebhookReceived,
  paymentId: string,
  commands: Commands,
  envelope: Envelope,
): Promise<PaymentState | Rejection> {
  const { dispute, gateway } = webhook;
  if (dispute !== null && tellsOfLoss(webhook)) {
    const chargebackId = chargebackIdOf(gateway, dispute.gatewayDisputeId);
    const known = await commands.load(chargebacks, chargebackId);
    if (known === null || known.standing === "open") {
      const amount = known?.amount ?? dispute.amount;
      const command = { type: "RecordChargeback", chargebackId, amount } as const;
      const done = await commands.execute(payments, paymentId, command, envelope);
      return isRejection(done) ? done : done.state;
    }
  }
  return commands.load(payments, paymentId);
}

/** `order.paid` alone has the effect of `payment.captured` (webhook.10). */
function commandOf(webhook: WebhookReceived): PaymentCommand | undefined {
  const { eventType, gatewayPaymentId, orderId, amount, refundedInAll } = webhook;
  switch (eventType) {
    case "payment.captured":
    case "order.paid": {
      if (gatewayPaymentId === null || orderId === null) return undefined;
      const { currency, instrument } = webhook;
      const paid = { gatewayPaymentId, orderId, amount, currency, instrument };
      return { type: "RecordCapture", ...paid };
    }
    case "payment.failed": {
      const reason = webhook.failureReason ?? "payment failed";
      return { type: "RecordFailure", gatewayPaymentId, reason };
    }
    case "refund.created":
    case "refund.processed":
      return reportOfRefund(webhook);
    case "payment.refunded":
      return { type: "ConfirmRefund", ...refundOf(webhook), amount, refundedInAll };
    case "refund.failed":
      return { type: "FailRefund", ...refundOf(webhook), reason: "refused by the gateway" };
    default:
      return undefined;
  }
}

/** Razorpay tells of each refund with its own id, whoever has made it. */
function reportOfRefund(webhook: WebhookReceived): PaymentCommand | undefined {
  const { eventType, gatewayRefundId, refundReference: refundId, amount } = webhook;
  if (gatewayRefundId === null) return undefined;
  const processed = eventType === "refund.processed";
  return { type: "ReportRefund", refundId, gatewayRefundId, amount, processed };
}

function refundOf({ refundReference, gatewayRefundId }: WebhookReceived) {
  return { refundId: refundReference, gatewayRefundId };
}

async function paymentOf(
  { orderId, gatewayPaymentId, gatewayRefundId, refundReference }: WebhookReceived,
  { payments: find }: Ports,
): Promise<string | undefined> {
  return (
    (orderId === null ? undefined : await find.byOrder(orderId)) ??
    (gatewayPaymentId === null ? undefined : await find.byGatewayPayment(gatewayPaymentId)) ??
    (refundReference === null ? undefined : await find.byRefund(refundReference)) ??
    (gatewayRefundId === null ? undefined : await find.byGatewayRefund(gatewayRefundId))
  );
}
