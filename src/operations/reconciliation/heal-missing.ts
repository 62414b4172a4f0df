import type { Actor } from "../../kernel/event.js";
import type { GatewayPayment } from "../../kernel/gateway.js";
import { deriveId } from "../../kernel/ids.js";
import { isRejection } from "../../kernel/rejection.js";
import type { Healed } from "../../modules/reconciliation/events.js";
import { webhooks } from "../../modules/webhook/webhook.js";
import { envelopeOf, type MarketDay, type ReconcilingPorts } from "./ports.js";

/** As if their webhooks had come now; the ids follow from the payments, so never twice. */
export async function healMissing(
  ports: ReconcilingPorts,
  { marketplace }: MarketDay,
  actor: Actor,
  missing: readonly GatewayPayment[],
): Promise<readonly Healed[]> {
  const { gateway, commands } = ports;
  for (const { paymentId, orderId, amount, currency, instrument } of missing) {
    const webhookId = deriveId("reconciled-webhook", gateway.name, paymentId);
    const received = await commands.execute(
      webhooks,
      webhookId,
      {
        type: "ReceiveWebhook",
        webhookId,
        gateway: gateway.name,
        eventType: "payment.captured",
        orderId,
        gatewayPaymentId: paymentId,
        gatewayRefundId: null,
        refundReference: null,
        amount,
        currency,
        refundedInAll: null,
        instrument,
        failureReason: null,
        dispute: null,
      },
      envelopeOf(marketplace, actor, webhookId),
    );
    if (isRejection(received)) throw new Error(received.message);
  }
  if (missing.length > 0) await ports.settled();
  return missing.map(({ paymentId, orderId, amount, currency }) => ({
    gatewayPaymentId: paymentId,
    orderId,
    amount,
    currency,
  }));
}
