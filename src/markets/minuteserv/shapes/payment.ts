import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import type { PaymentRow } from "../../../../projections/payments.js";

export const paymentSchema = z.object({
  id: z.uuid(),
  razorpay_order_id: z.string().nullable(),
  razorpay_payment_id: z.string().nullable(),
  payment_method: z.string().nullable(),
  status: z.string(),
  amount: z.number(),
  refunded_amount: z.number(),
  failure_reason: z.string().nullable(),
  created_at: z.string(),
});

/** A payment as staff see it. */
export function presentPayment(row: PaymentRow) {
  return {
    id: row.id,
    razorpay_order_id: row.order_id,
    razorpay_payment_id: row.gateway_payment_id,
    payment_method: row.instrument ?? (row.method === "cash" ? "cash" : null),
    status: row.status,
    amount: toMajor(row.amount),
    refunded_amount: toMajor(row.refunded),
    failure_reason: row.failure_reason,
    created_at: row.created_at,
  };
}
