import { deriveId } from "../kernel/ids.js";
import { defineProcess, send } from "../kernel/process.js";
import { bookings } from "../modules/booking/booking.js";
import type { PaymentEvent } from "../modules/payment/events.js";

/**
 * Captured money moves its booking on (Payment Flow, step 3). The booking decides what that
 * means: it opens for assignment, or, cancelled meanwhile, sends the money back.
 */
export const applyCapturedPayment = defineProcess<PaymentEvent>({
  name: "apply-captured-payment",
  on: {
    PaymentCaptured: ({ data }) => [
      send(bookings, data.bookingId, {
        type: "ApplyPayment",
        paymentId: data.paymentId,
        amount: data.amount,
        currency: data.currency,
        refundId: deriveId("late-payment-refund", data.paymentId),
      }),
    ],
  },
});
