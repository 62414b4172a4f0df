import { GatewayRefused, type GatewayPayment } from "../../../kernel/gateway.js";
import type { RazorpayApi } from "./api.js";
import { collectionOf, paymentEntity } from "./entities.js";

/** Razorpay's largest page. */
const PAGE = 100;

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

/**
 * All payments begun between two instants, read page by page.
 *
 * Razorpay counts both of its seconds in, so the last one is left out here; a payment that moves
 * to the next page while it is read is counted once.
 *
 * @param from milliseconds, inclusive
 * @param to milliseconds, exclusive
 */
export async function fetchPayments(
  api: RazorpayApi,
  from: number,
  to: number,
): Promise<readonly GatewayPayment[]> {
  const found = new Map<string, GatewayPayment>();
  const span = { from: Math.floor(from / 1_000), to: Math.floor(to / 1_000) - 1 };
  if (span.to < span.from) return [];
  for (let skip = 0; ; skip += PAGE) {
    const { items } = await api({
      method: "GET",
      path: "payments",
      query: { ...span, count: PAGE, skip },
      reply: collectionOf(paymentEntity),
    });
    for (const payment of items) found.set(payment.paymentId, payment);
    if (items.length < PAGE) return [...found.values()];
  }
}
