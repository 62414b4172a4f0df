import { valueOf } from "../kernel/id-map.js";
import { defineProcess, send } from "../kernel/process.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { earnings } from "../modules/earning/earning.js";

/** A refund after completion takes back the provider's part of it, too (refund.03). */
export const reverseRefundedEarning = defineProcess<BookingEvent>({
  name: "reverse-refunded-earning",
  on: {
    RefundGranted: async ({ data }, { commands }) => {
      const { providerId, bookingId, legs } = data;
      if (providerId === null || legs.provider === 0) return [];
      const state = await commands.load(earnings, providerId);
      if (state === null || valueOf(state.byBooking, bookingId) === undefined) {
        // The completion's own interaction may be a moment behind; the runner tries again.
        throw new Error(`booking ${bookingId} has no earning to reverse yet`);
      }
      return [
        send(earnings, providerId, {
          type: "ReverseEarning",
          refundId: data.refundId,
          bookingId,
          amount: legs.provider,
          currency: data.currency,
        }),
      ];
    },
  },
});
