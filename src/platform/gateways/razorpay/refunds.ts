import { createHash } from "node:crypto";
import type { GatewayRefund, GatewayRefundEntry, PaymentGateway } from "../../../kernel/gateway.js";
import type { RazorpayApi } from "./api.js";
import { refundEntity, refundEntry } from "./entities.js";
import { listBetween } from "./list-between.js";

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

/** All refunds made between two instants, in milliseconds: from the one until the other. */
export function fetchRefunds(
  api: RazorpayApi,
  from: number,
  to: number,
): Promise<readonly GatewayRefundEntry[]> {
  const what = { path: "refunds", entity: refundEntry };
  return listBetween(api, what, from, to, ({ refundId }) => refundId);
}

function idempotencyKey(reference: string): string {
  if (IDEMPOTENCY_KEY.test(reference)) return reference;
  return createHash("sha256").update(reference).digest("hex");
}
