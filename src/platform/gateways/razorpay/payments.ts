import { GatewayRefused, type GatewayPayment } from "../../../kernel/gateway.js";
import type { RazorpayApi } from "./api.js";
import { paymentEntity } from "./entities.js";
import { listBetween } from "./list-between.js";

/** One payment; undefined for an id that Razorpay does not know. */
export async function fetchPayment(
  api: RazorpayApi,
  paymentId: string,
): Promise<GatewayPayment | undefined> {
  try {
    return await api({
      method: "GET",
      path: `payments/${encodeURIComponent(paymentId)}`,
      reply: paymentEntity,
    });
  } catch (error) {
    const unknown = error instanceof GatewayRefused && /does not exist/i.test(error.message);
    if (unknown) return undefined;
    throw error;
  }
}

/** All payments begun between two instants, in milliseconds: from the one until the other. */
export function fetchPayments(
  api: RazorpayApi,
  from: number,
  to: number,
): Promise<readonly GatewayPayment[]> {
  const what = { path: "payments", entity: paymentEntity };
  return listBetween(api, what, from, to, ({ paymentId }) => paymentId);
}
