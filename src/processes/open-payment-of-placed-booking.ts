import { defineProcess, send } from "../kernel/process.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { payments } from "../modules/payment/payment.js";

/**
 * A placed booking has a payment, in cash as well (Payment Flow). The request that places the
 * booking opens it at once; this finishes what a crash between the two streams left undone.
 */
export const openPaymentOfPlacedBooking = defineProcess<BookingEvent>({
  name: "open-payment-of-placed-booking",
  on: {
    BookingPlaced: ({ data }) => [
      send(payments, data.payment.paymentId, {
        type: "RequestPayment",
        paymentId: data.payment.paymentId,
        bookingId: data.bookingId,
        customerId: data.customerId,
        amount: data.pricing.total,
        currency: data.pricing.currency,
        method: data.payment.method,
        gateway: data.payment.gateway,
        orderId: data.payment.orderId,
        receipt: data.number,
      }),
    ],
  },
});
