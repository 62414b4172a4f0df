import type { PaymentGateway } from "../../../kernel/gateway.js";
import { PATIENT, type Patience } from "../backoff.js";
import { razorpayApi } from "./api.js";
import { createOrder } from "./orders.js";
import { fetchPayment, fetchPayments } from "./payments.js";
import { fetchRefunds, orderRefund } from "./refunds.js";
import { fetchSettlements } from "./settlements.js";
import type { RazorpaySecrets } from "./secrets.js";
import { checkoutContent, signatureHolds } from "./signatures.js";

/**
 * The real Razorpay over its HTTP API.
 *
 * @param options.origin another address than Razorpay's own, for tests
 */
export function razorpayGateway(
  secrets: RazorpaySecrets,
  options: { readonly origin?: string; readonly patience?: Patience } = {},
): PaymentGateway {
  const { origin = "https://api.razorpay.com", patience = PATIENT } = options;
  const api = razorpayApi(origin, secrets, patience);
  return {
    ...razorpayChecks(secrets),
    createOrder: (order) => createOrder(api, order),
    payment: (paymentId) => fetchPayment(api, paymentId),
    paymentsBetween: (from, to) => fetchPayments(api, from, to),
    refundsBetween: (from, to) => fetchRefunds(api, from, to),
    settlements: (day) => fetchSettlements(api, day),
    refund: (refund) => orderRefund(api, refund),
  };
}

/** What needs no Razorpay at the other end; the same for the real one and the pretended one. */
export function razorpayChecks(
  secrets: RazorpaySecrets,
): Pick<PaymentGateway, "name" | "publicKey" | "checkoutSignatureHolds" | "webhookSignatureHolds"> {
  return {
    name: "razorpay",
    publicKey: secrets.keyId,
    checkoutSignatureHolds: (orderId, paymentId, signature) =>
      signatureHolds(checkoutContent(orderId, paymentId), secrets.keySecret, signature),
    webhookSignatureHolds: (rawBody, signature) =>
      signatureHolds(rawBody, secrets.webhookSecret, signature),
  };
}
