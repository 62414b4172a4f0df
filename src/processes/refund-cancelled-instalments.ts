import { defineProcess, send } from "../kernel/process.js";
import { bookings } from "../modules/booking/booking.js";
import type { BookingEvent } from "../modules/booking/events.js";
import { wallets } from "../modules/wallet/wallet.js";

/** What instalments have paid for a cancelled booking goes to its owner's wallet, as one refund. */
export const refundCancelledInstalments = defineProcess<BookingEvent>({
  name: "refund-cancelled-instalments",
  on: {
    BookingCancelled: async ({ data }, { commands }) => {
      const { bookingId, customerId, number, currency, refund, refundId, paymentId } = data;
      if (paymentId !== null || refundId === null) return [];
      const booking = await commands.load(bookings, bookingId);
      const serial = booking?.visit === null ? booking.serial : null;
      return [
        send(wallets, customerId, {
          type: "CreditWallet",
          walletId: customerId,
          ownerId: customerId,
          currency,
          transactionId: refundId,
          amount: refund,
          kind: "refund",
          description: `Refund of booking ${number}`,
          reference: { type: "booking", number: serial, id: bookingId },
        }),
      ];
    },
  },
});
