import { z } from "zod";
import { isRejection } from "../../kernel/rejection.js";
import { ok, PUBLIC, route, type Route } from "../../kernel/route.js";
import type { SandboxPorts } from "../ports.js";

export function disputeRazorpayPayment({ razorpay }: Pick<SandboxPorts, "razorpay">): Route {
  return route({
    method: "POST",
    path: "/razorpay/payments/:payment_id/dispute",
    summary: "Has the customer's bank dispute a captured payment, or decide the dispute",
    tag: "Sandbox",
    may: PUBLIC,
    limit: "open",
    params: z.object({ payment_id: z.string() }),
    body: z.object({
      /** A decision opens the dispute first, if it was not. */
      outcome: z.enum(["open", "under_review", "won", "lost", "closed"]).default("open"),
      webhook: z.boolean().default(true),
    }),
    example: { outcome: "lost", webhook: true },
    replies: {
      200: {
        description: "The dispute, and the answers to the webhooks about it",
        schema: z.object({
          razorpay_dispute_id: z.string(),
          razorpay_payment_id: z.string(),
          status: z.string(),
          amount: z.int(),
          webhooks: z.array(z.object({ event: z.string(), status: z.int() })),
        }),
      },
    },
    async handle({ params, body }) {
      const result = await razorpay.dispute(params.payment_id, body);
      return isRejection(result) ? result : ok(result);
    },
  });
}
