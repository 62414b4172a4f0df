import { z } from "zod";
import { deriveId } from "../../../../kernel/ids.js";
import { isRejection, reject } from "../../../../kernel/rejection.js";
import { ok, PUBLIC, route } from "../../../../kernel/route.js";
import { webhooks } from "../../../../modules/webhook/webhook.js";
import { dialect } from "../../dialect.js";
import { identityOf, razorpayWebhook, webhookFacts } from "../../razorpay-webhook.js";

/**
 * Payments, Razorpay Webhook. Verified over its raw bytes before anything else (webhook.01),
 * written down, acknowledged; a replay is recognised by its event id (webhook.05) and changes
 * nothing.
 */
export const receiveRazorpayWebhook = route({
  method: "POST",
  path: "/payments/webhook",
  summary: "Razorpay reports what became of a payment",
  tag: "Payments",
  may: PUBLIC,
  limit: "webhook",
  // Whatever it is, its signature is looked at first.
  body: razorpayWebhook.or(z.unknown()),
  example: {
    event: "payment.captured",
    payload: { payment: { entity: { id: "pay_xyz789", order_id: "order_abc123" } } },
  },
  replies: {
    200: {
      description: "Acknowledged.",
      schema: z.object({ success: z.literal(true) }),
    },
  },
  async handle({ body, headers, rawBody }, app) {
    const signature = headers["x-razorpay-signature"] ?? "";
    if (!app.payments.webhookSignatureHolds(rawBody, signature)) {
      return reject("malformed", "bad_signature", "The webhook signature does not match.");
    }
    const webhook = razorpayWebhook.safeParse(body);
    if (!webhook.success) return dialect.invalid(webhook.error.issues, "body");
    const facts = webhookFacts(webhook.data);
    const identity = headers["x-razorpay-event-id"] ?? identityOf(facts);
    const webhookId = deriveId("razorpay-webhook", identity);
    const received = await app.execute(webhooks, webhookId, {
      type: "ReceiveWebhook",
      webhookId,
      ...facts,
    });
    if (isRejection(received)) return received;
    await app.settled();
    return ok({ success: true });
  },
});
