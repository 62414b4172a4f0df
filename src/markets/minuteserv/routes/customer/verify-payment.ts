import { z } from "zod";
import type { App } from "../../../../kernel/app.js";
import { GatewayUnavailable } from "../../../../kernel/gateway.js";
import { isRejection, reject } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { payments } from "../../../../modules/payment/payment.js";
import { bookingById } from "../../../../../projections/bookings/queries.js";
import { paymentByOrder, type PaymentRow } from "../../../../../projections/payments.js";
import { callerId } from "../../../../kernel/caller.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { documentStatus } from "../../vocabulary.js";

const handle = z.string().min(1).max(255);

const body = z.object({
  razorpay_order_id: handle,
  razorpay_payment_id: handle,
  razorpay_signature: handle,
});

/** Payments, Verify Payment: the same transition as `payment.captured` (payment.07, .08). */
export const verifyPayment = route({
  method: "POST",
  path: "/payments/verify",
  summary: "Prove a payment with Razorpay's signature",
  tag: "Payments",
  may: realm("customer"),
  limit: "payment",
  idempotency: "required",
  body,
  example: {
    razorpay_order_id: "order_abc123",
    razorpay_payment_id: "pay_xyz789",
    razorpay_signature: "signature...",
  },
  replies: {
    200: documentedData(
      "The payment counts.",
      z.object({
        booking_id: z.uuid(),
        booking_number: z.string(),
        payment_status: z.string(),
        booking_status: z.string(),
      }),
    ),
  },
  async handle({ body: proof }, app) {
    const payment = await paymentByOrder(app.reads, proof.razorpay_order_id);
    if (payment === undefined || payment.customer_id !== callerId(app)) {
      return notFound("Payment order");
    }
    const captured = await capture(app, payment, proof);
    if (isRejection(captured)) return captured;
    await app.settled();
    const booking = await bookingById(app.reads, MARKETPLACE, payment.booking_id);
    if (booking === undefined) return notFound("Booking");
    return data({
      booking_id: booking.id,
      booking_number: booking.number,
      payment_status: "success",
      booking_status: documentStatus(booking.status),
    });
  },
});

async function capture(app: App, payment: PaymentRow, proof: z.output<typeof body>) {
  const { razorpay_order_id: orderId, razorpay_payment_id: gatewayPaymentId } = proof;
  const signature = proof.razorpay_signature;
  if (!app.payments.checkoutSignatureHolds(orderId, gatewayPaymentId, signature)) {
    return reject("malformed", "bad_signature", "The payment signature does not match.");
  }
  const claim = { scope: "razorpay.payment", value: gatewayPaymentId, owner: payment.id };
  if ((await app.claims.take(claim, app.envelope)) !== payment.id) {
    return reject("conflict", "payment_used_elsewhere", "This payment belongs to another order.");
  }
  return app.execute(payments, payment.id, {
    type: "RecordCapture",
    gatewayPaymentId,
    orderId,
    amount: payment.amount,
    currency: payment.currency,
    instrument: await instrumentOf(app, gatewayPaymentId),
  });
}

/** How it was paid is nice to know; the signature alone proves the payment. */
async function instrumentOf(app: App, gatewayPaymentId: string): Promise<string | null> {
  try {
    const found = await app.payments.payment(gatewayPaymentId);
    return found?.instrument ?? null;
  } catch (error) {
    if (error instanceof GatewayUnavailable) return null;
    throw error;
  }
}
