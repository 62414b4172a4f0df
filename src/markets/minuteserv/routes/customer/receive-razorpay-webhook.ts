import { z } from "zod";
import { ok, PUBLIC, route } from "../../../../kernel/route.js";
import { razorpayWebhook } from "../../../../use-cases/razorpay-webhook.js";
import { takeInRazorpayWebhook } from "../../../../use-cases/take-in-razorpay-webhook.js";
import { dialect } from "../../dialect.js";

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
  async handle(input, app) {
    return (await takeInRazorpayWebhook(app, input, dialect)) ?? ok({ success: true });
  },
});
