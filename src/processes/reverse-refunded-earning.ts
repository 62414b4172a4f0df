import { defineProcess, send } from "../kernel/process.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { earnings } from "../modules/earning/earning.js";
import { openHold } from "../modules/earning/hold-earning.js";
import { refundOfDispute } from "./hold-disputed-earning.js";

/** A refund after completion takes back the provider's part of it, too (refund.03). */
export const reverseRefundedEarning = defineProcess<BookingEvent>({
  name: "reverse-refunded-earning",
  on: {
    RefundGranted: async ({ data }, { commands }) => {
      const { providerId, bookingId, legs } = data;
      if (providerId === null || legs.provider === 0) return [];
      const reverse = send(earnings, providerId, {
        type: "ReverseEarning",
        refundId: data.refundId,
        bookingId,
        amount: legs.provider,
        currency: data.currency,
      });
      const state = await commands.load(earnings, providerId);
      const [disputeId] = state === null ? [] : (openHold(state, bookingId) ?? []);
      if (disputeId === undefined || refundOfDispute(disputeId) !== data.refundId) return [reverse];
      // The refund ends the dispute: what it has not used is the provider's again.
      return [reverse, send(earnings, providerId, { type: "FreeEarning", disputeId })];
    },
  },
});
