import { z } from "zod";
import { isRejection } from "../../kernel/rejection.js";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

export function refundRazorpayPayment({ razorpay }: Pick<SandboxPorts, "razorpay">): Route {
  return route({
    method: "POST",
    path: "/razorpay/payments/:payment_id/refund",
    summary: "Refunds a payment as staff would in Razorpay's own dashboard",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    params: z.object({ payment_id: z.string() }),
    body: z.object({
      /** Paise; all that is left unless told. */
      amount: z.int().positive().nullable().default(null),
      /** False is a lost webhook, for the reconciliation to find. */
      webhook: z.boolean().default(true),
    }),
    example: { amount: 50_000, webhook: true },
    replies: {
      200: {
        description: "The refund, and the answer to the webhook `refund.created`",
        schema: z.object({
          razorpay_refund_id: z.string(),
          amount: z.int(),
          webhook: z.object({ status: z.int() }).nullable(),
        }),
      },
    },
    async handle({ params, body }) {
      const result = await razorpay.refundByHand(params.payment_id, body);
      return isRejection(result) ? result : ok(result);
    },
  });
}
