import { z } from "zod";
import { toMajor } from "../../../../kernel/money.js";
import { realm, route } from "../../../../kernel/route.js";
import { paymentByAnyId } from "../../../../../projections/payments.js";
import { callerId } from "../../../../kernel/caller.js";
import { givenName } from "../../../../kernel/given-id.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";

/**
 * Payments, Get Payment Status. No response discloses our payment's id, so the order's, the
 * gateway's and the booking's ids name it as well (payment.18).
 */
export const getPaymentStatus = route({
  method: "GET",
  path: "/payments/:id/status",
  summary: "How a payment stands",
  tag: "Payments",
  may: realm("customer"),
  limit: "payment",
  params: z.object({ id: givenName(z.string().min(1).max(255)) }),
  replies: {
    200: documentedData(
      "The payment.",
      z.object({
        payment_id: z.uuid(),
        status: z.string(),
        amount: z.number(),
        payment_method: z.string().nullable(),
        razorpay_payment_id: z.string().nullable(),
        created_at: z.string(),
      }),
    ),
  },
  async handle({ params }, app) {
    const row = await paymentByAnyId(app.reads, MARKETPLACE, params.id);
    if (row === undefined || row.customer_id !== callerId(app)) return notFound("Payment");
    return data({
      payment_id: row.id,
      status: row.status,
      amount: toMajor(row.amount),
      payment_method: row.instrument ?? (row.method === "cash" ? "cash" : null),
      razorpay_payment_id: row.gateway_payment_id,
      created_at: row.created_at,
    });
  },
});
