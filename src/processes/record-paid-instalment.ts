import { defineProcess, send } from "../kernel/process.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { payments } from "../modules/payment/payment.js";

/** Each instalment that a booking has taken is a payment like any other, with its own stream. */
export const recordPaidInstalment = defineProcess<BookingEvent>({
  name: "record-paid-instalment",
  on: {
    InstalmentPaid: ({ data }) => {
      const { paymentId, paymentNumber, transactionId, bookingId, customerId } = data;
      const { amount, currency, method } = data;
      const request = send(payments, paymentId, {
        type: "RequestPayment",
        paymentId,
        bookingId,
        customerId,
        amount,
        currency,
        method,
        gateway: null,
        orderId: null,
        receipt: data.number,
      });
      const receipt = { type: "RecordReceipt", number: paymentNumber, transactionId } as const;
      return [request, send(payments, paymentId, receipt)];
    },
  },
});
