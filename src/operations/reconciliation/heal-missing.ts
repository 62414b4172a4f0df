import type { Actor } from "../../kernel/event.js";
import type { GatewayPayment } from "../../kernel/gateway.js";
import { deriveId } from "../../kernel/ids.js";
import type { Healed } from "../../modules/reconciliation/events.js";
import type { MarketDay, ReconcilingPorts } from "./ports.js";
import { receiveLostWebhook } from "./receive-lost-webhook.js";

/** As if their webhooks had come now; the ids follow from the payments, so never twice. */
export async function healMissing(
  ports: ReconcilingPorts,
  day: MarketDay,
  actor: Actor,
  missing: readonly GatewayPayment[],
): Promise<readonly Healed[]> {
  for (const { paymentId, orderId, amount, currency, instrument } of missing) {
    await receiveLostWebhook(ports, day, actor, {
      webhookId: deriveId("reconciled-webhook", ports.gateway.name, paymentId),
      eventType: "payment.captured",
      orderId,
      gatewayPaymentId: paymentId,
      amount,
      currency,
      instrument,
    });
  }
  if (missing.length > 0) await ports.settled();
  return missing.map(({ paymentId, orderId, amount, currency }) => ({
    gatewayPaymentId: paymentId,
    orderId,
    gatewayRefundId: null,
    amount,
    currency,
  }));
}
