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
    BookingPlaced: ({ data }) => {
      // One that is paid in instalments has a payment for each of them, once it is made.
      if (data.payment === null) return [];
      const { paymentId, method, gateway, orderId } = data.payment;
      return [
        send(payments, paymentId, {
          type: "RequestPayment",
          paymentId,
          bookingId: data.bookingId,
          customerId: data.customerId,
          amount: data.pricing.total,
          currency: data.pricing.currency,
          method,
          gateway,
          orderId,
          receipt: data.number,
        }),
      ];
    },
  },
});
