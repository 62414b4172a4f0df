import { defineProcess, send } from "../kernel/process.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { payments } from "../modules/payment/payment.js";

/** What a booking gives back is ordered from the payment that it was paid with. */
export const orderGrantedRefund = defineProcess<BookingEvent>({
  name: "order-granted-refund",
  on: {
    BookingCancelled: ({ data }) => {
      // What instalments paid goes to the wallet and not back by any of its many payments.
      if (data.refundId === null || data.paymentId === null) return [];
      return [order(data.paymentId, data.refundId, data.refund, data.refundTo)];
    },
    RefundGranted: ({ data }) => [order(data.paymentId, data.refundId, data.amount, data.refundTo)],
    LatePaymentReturned: ({ data }) => [
      order(data.paymentId, data.refundId, data.amount, "gateway"),
    ],
  },
});

function order(paymentId: string, refundId: string, amount: number, to: "gateway" | "wallet") {
  return send(payments, paymentId, { type: "OrderRefund", refundId, amount, to });
}
