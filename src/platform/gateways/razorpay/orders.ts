import { createHash } from "node:crypto";
import { GatewayRefused, type GatewayOrder, type PaymentGateway } from "../../../kernel/gateway.js";
import type { RazorpayApi } from "./api.js";
import { collectionOf, orderEntity } from "./entities.js";

type OrderRequest = Parameters<PaymentGateway["createOrder"]>[0];

/** Razorpay's limit for a receipt. */
const LONGEST_RECEIPT = 40;

/**
 * Creates the order of a reference, or finds the one that an earlier try created.
 *
 * `unique_receipt` makes Razorpay hand out the same order for a repeated receipt (Razorpay,
 * Retries and Idempotency). An account whose receipts are unique anyway refuses the repeat
 * instead ("Order receipt should be unique"); then the order is looked up by its receipt.
 */
export async function createOrder(api: RazorpayApi, request: OrderRequest): Promise<GatewayOrder> {
  const { reference, amount, currency, notes } = request;
  const receipt = receiptOf(reference);
  const created = await api({
    method: "POST",
    path: "orders",
    body: { amount, currency, receipt, notes, unique_receipt: true },
    reply: orderEntity,
  }).catch(async (error: unknown) => {
    const earlier = await orderOfReceipt(api, receipt, error);
    if (earlier === undefined) throw error;
    return earlier;
  });
  if (created.amount !== amount || created.currency !== currency) {
    throw new GatewayRefused(`Reference ${reference} has an order of another amount`);
  }
  return { orderId: created.orderId, amount: created.amount, currency: created.currency };
}

async function orderOfReceipt(api: RazorpayApi, receipt: string, error: unknown) {
  if (!(error instanceof GatewayRefused) || !/receipt/i.test(error.message)) return undefined;
  const { items } = await api({
    method: "GET",
    path: "orders",
    query: { receipt },
    reply: collectionOf(orderEntity),
  });
  // Razorpay lists receipts that contain the given text, so the exact one is picked here.
  return items.find((order) => order.receipt === receipt);
}

function receiptOf(reference: string): string {
  if (reference.length <= LONGEST_RECEIPT) return reference;
  return createHash("sha256").update(reference).digest("hex").slice(0, LONGEST_RECEIPT);
}
