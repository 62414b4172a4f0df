import { deriveId } from "../kernel/ids.js";
import { defineProcess, send } from "../kernel/process.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { earnings } from "../modules/earning/earning.js";
import { payments } from "../modules/payment/payment.js";

/**
 * A completed booking is an earning of its provider (earnings.05). Cash in the provider's hand
 * belongs to the platform until a payout nets it, so it is their debt as well.
 */
export const settleCompletedBooking = defineProcess<BookingEvent>({
  name: "settle-completed-booking",
  on: {
    BookingCompleted: ({ data }) => {
      const { bookingId, providerId, split } = data;
      const accrue = send(earnings, providerId, {
        type: "AccrueEarning",
        earningId: deriveId("earning", bookingId),
        providerId,
        bookingId,
        bookingNumber: data.number,
        bookingAmount: split.total,
        sharePercent: data.sharePercent,
        amount: split.providerShare,
        platformShare: split.platformShare,
        currency: split.currency,
      });
      if (data.paidBy !== "cash") return [accrue];
      const debt = send(earnings, providerId, {
        type: "RecordCashDebt",
        providerId,
        bookingId,
        amount: split.total,
        currency: split.currency,
      });
      const collect = send(payments, data.paymentId, { type: "CollectCash", providerId });
      return [accrue, debt, collect];
    },
  },
});
