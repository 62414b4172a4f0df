import { defineProcess, send } from "../kernel/process.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { earnings } from "../modules/earning/earning.js";

/** A refund after completion takes back the provider's part of it, too (refund.03). */
export const reverseRefundedEarning = defineProcess<BookingEvent>({
  name: "reverse-refunded-earning",
  on: {
    RefundGranted: ({ data }) => {
      if (data.providerId === null || data.legs.provider === 0) return [];
      return [
        send(earnings, data.providerId, {
          type: "ReverseEarning",
          refundId: data.refundId,
          bookingId: data.bookingId,
          amount: data.legs.provider,
          currency: data.currency,
        }),
      ];
    },
  },
});
