import { z } from "zod";
import { isRejection } from "../../kernel/rejection.js";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

const method = z.enum(["upi", "card", "netbanking", "wallet", "emi", "paylater"]);

export function payRazorpayOrder({ razorpay }: Pick<SandboxPorts, "razorpay">): Route {
  return route({
    method: "POST",
    path: "/razorpay/orders/:order_id/pay",
    summary: "Does what the customer and Razorpay Checkout would do",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    params: z.object({ order_id: z.string() }),
    body: z.object({
      outcome: z.enum(["captured", "failed"]).default("captured"),
      method: method.default("upi"),
      /** False is a lost webhook, for the reconciliation to find. */
      webhook: z.boolean().default(true),
    }),
    example: { outcome: "captured", method: "upi", webhook: true },
    replies: {
      200: {
        description: "What Checkout hands to the frontend, and the answer to the webhook",
        schema: z.object({
          razorpay_order_id: z.string(),
          razorpay_payment_id: z.string(),
          /** Checkout signs only what was paid. */
          razorpay_signature: z.string().nullable(),
          webhook: z.object({ status: z.int() }).nullable(),
        }),
      },
    },
    async handle({ params, body }) {
      const result = await razorpay.checkout(params.order_id, body);
      return isRejection(result) ? result : ok(result);
    },
  });
}
