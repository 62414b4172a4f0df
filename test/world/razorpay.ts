import { createHmac, randomBytes } from "node:crypto";
import { SANDBOX_SECRETS } from "../../src/config/sandbox-secrets.js";
import type { Answer } from "./answer.js";
import type { HttpClient } from "./http-client.js";

/** What a webhook of the test's own tells. */
export interface Told {
  readonly event: string;
  readonly orderId: string;
  readonly paymentId: string;
  /** Paise. */
  readonly amount: number;
  readonly currency?: string;
  readonly refund?: { readonly id: string; readonly amount: number };
}

/** A webhook on its way: its bytes, and the headers that Razorpay would send with them. */
export interface Posted {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function newPaymentId(): string {
  return `pay_${randomBytes(7).toString("hex")}`;
}

/** As Razorpay computes `X-Razorpay-Signature`. */
export function signatureOf(
  body: string,
  secret: string = SANDBOX_SECRETS.RAZORPAY_WEBHOOK_SECRET,
): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}

/** As Razorpay Checkout signs a payment for Verify Payment. */
export function proofOf(orderId: string, paymentId: string) {
  const secret = SANDBOX_SECRETS.RAZORPAY_KEY_SECRET;
  return {
    razorpay_order_id: orderId,
    razorpay_payment_id: paymentId,
    razorpay_signature: signatureOf(`${orderId}|${paymentId}`, secret),
  };
}

/** A signed webhook with an event id of its own. */
export function webhook(told: Told): Posted {
  const { event, orderId, paymentId, amount, currency = "INR", refund } = told;
  const order = { id: orderId, amount, amount_paid: amount, currency };
  const payment = { id: paymentId, order_id: orderId, amount, currency, method: "upi" };
  const back = refund && { ...refund, payment_id: paymentId, currency: "INR" };
  const payload = {
    payment: { entity: payment },
    ...(event.startsWith("order.") ? { order: { entity: order } } : {}),
    ...(back === undefined ? {} : { refund: { entity: back } }),
  };
  return signed({ entity: "event", event, payload });
}

/** Whatever body, signed and with an event id of its own. */
export function signed(told: unknown): Posted {
  const body = JSON.stringify(told);
  const headers = {
    "x-razorpay-event-id": `evt_${randomBytes(7).toString("hex")}`,
    "x-razorpay-signature": signatureOf(body),
  };
  return { body, headers };
}

/** Posts it as Razorpay would; the client calls below the market's base. */
export function deliver(client: HttpClient, { body, headers }: Posted): Promise<Answer> {
  return client.post("/payments/webhook", body, headers);
}
