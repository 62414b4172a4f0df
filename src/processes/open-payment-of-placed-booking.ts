import { defineProcess, send } from "../kernel/process.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { paymentOfBooking } from "../modules/payment/payment-of-booking.js";
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
      return [send(payments, data.payment.paymentId, paymentOfBooking(data))];
    },
  },
});
