import type { Actor } from "../../kernel/event.js";
import { isRejection } from "../../kernel/rejection.js";
import type { WebhookReceived } from "../../modules/webhook/events.js";
import { webhooks } from "../../modules/webhook/webhook.js";
import { envelopeOf, type MarketDay, type ReconcilingPorts } from "./ports.js";

type Told = Pick<WebhookReceived, "webhookId" | "eventType" | "gatewayPaymentId" | "amount"> &
  Partial<WebhookReceived>;

/** A webhook that never came is taken in as if it had come now; twice by its id is once. */
export async function receiveLostWebhook(
  { gateway, commands }: ReconcilingPorts,
  { marketplace }: MarketDay,
  actor: Actor,
  told: Told,
): Promise<void> {
  const nothing = {
    orderId: null,
    gatewayRefundId: null,
    refundReference: null,
    currency: null,
    refundedInAll: null,
    instrument: null,
    failureReason: null,
    dispute: null,
  };
  const received = await commands.execute(
    webhooks,
    told.webhookId,
    { type: "ReceiveWebhook", gateway: gateway.name, ...nothing, ...told },
    envelopeOf(marketplace, actor, told.webhookId),
  );
  if (isRejection(received)) throw new Error(received.message);
}
