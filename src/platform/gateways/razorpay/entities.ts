import { z } from "zod";
import type {
  GatewayOrder,
  GatewayPayment,
  GatewayRefund,
  GatewayRefundEntry,
} from "../../../kernel/gateway.js";

/** The parts of Razorpay's entities that Daybook reads; amounts are in paise or cents. */
const currency = z.enum(["INR", "USD"]);
const amount = z.int().nonnegative();

const order = z.object({
  id: z.string(),
  amount,
  currency,
  receipt: z.string().nullish(),
});

const payment = z.object({
  id: z.string(),
  order_id: z.string().nullish(),
  amount,
  currency,
  status: z.enum(["created", "authorized", "captured", "failed", "refunded"]),
  method: z.string().nullish(),
  error_description: z.string().nullish(),
});

const refund = z.object({
  id: z.string(),
  amount,
  status: z.enum(["pending", "processed", "failed"]),
});

export const orderEntity = order.transform(
  ({ id, ...rest }): GatewayOrder & { readonly receipt: string | null } => ({
    orderId: id,
    amount: rest.amount,
    currency: rest.currency,
    receipt: rest.receipt ?? null,
  }),
);

/** A payment without an order (a payment page's, say) has the empty order id: it is not ours. */
export const paymentEntity = payment.transform((entity): GatewayPayment => ({
  paymentId: entity.id,
  orderId: entity.order_id ?? "",
  amount: entity.amount,
  currency: entity.currency,
  status: entity.status,
  instrument: entity.method ?? null,
  // Razorpay prints an empty text where nothing failed.
  failureReason: entity.error_description || null,
}));

export const refundEntity = refund.transform(
  ({ id, amount, status }): GatewayRefund & { readonly amount: number } => ({
    refundId: id,
    status: status === "pending" ? "processing" : status,
    amount,
  }),
);

/** Razorpay prints an empty list where a refund has no notes. */
const refundOfList = refund.extend({
  payment_id: z.string(),
  notes: z.object({ reference: z.string() }).nullish().catch(null),
});

export const refundEntry = refundOfList.transform(
  ({ id, payment_id, amount, status, notes }): GatewayRefundEntry => ({
    refundId: id,
    paymentId: payment_id,
    status: status === "pending" ? "processing" : status,
    amount,
    reference: notes?.reference ?? null,
  }),
);

export function collectionOf<T extends z.ZodType>(entity: T) {
  return z.object({ items: z.array(entity) });
}

/** The one shape of Razorpay's refusals. */
export const refusal = z.object({
  error: z.object({ code: z.string(), description: z.string().nullish() }),
});
