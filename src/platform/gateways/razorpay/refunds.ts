import { createHash } from "node:crypto";
import type { GatewayRefund, PaymentGateway } from "../../../kernel/gateway.js";
import type { RazorpayApi } from "./api.js";
import { refundEntity } from "./entities.js";

type RefundRequest = Parameters<PaymentGateway["refund"]>[0];

/** At least 10 letters, digits, hyphens and underscores (Razorpay, idempotent refunds). */
const IDEMPOTENCY_KEY = /^[\w-]{10,}$/;

/**
 * Orders a refund, partial or full. Razorpay answers the repeat of a key with the first refund,
 * and refuses it if the amount differs.
 */
export async function orderRefund(
  api: RazorpayApi,
  { reference, paymentId, amount }: RefundRequest,
): Promise<GatewayRefund> {
  const { refundId, status } = await api({
    method: "POST",
    path: `payments/${encodeURIComponent(paymentId)}/refund`,
    headers: { "X-Refund-Idempotency": idempotencyKey(reference) },
    body: { amount, speed: "normal", notes: { reference } },
    reply: refundEntity,
  });
  return { refundId, status };
}

function idempotencyKey(reference: string): string {
  if (IDEMPOTENCY_KEY.test(reference)) return reference;
  return createHash("sha256").update(reference).digest("hex");
}
