import { defineProcess, send } from "../kernel/process.js";
import { accounts } from "../modules/account/account.js";
import type { BookingEvent } from "../modules/booking/events.js";
import type { Ports } from "./ports.js";

/**
 * Who has paid enough over all bookings together counts as a buyer from then on, for good (EV
 * Distribution, Business Rules, 2: "Active Buyer Threshold: ₹5000 total paid").
 */
export const activateBuyer = defineProcess<BookingEvent, Ports>({
  name: "activate-buyer",
  on: {
    InstalmentPaid: async ({ data }, { paidByCustomer }) => {
      const { customerId, bookingId, activateAt, paidInAll } = data;
      if (activateAt === null) return [];
      // Paid enough for one booking is enough, also if it was cancelled since.
      const totalPaid = Math.max(paidInAll, await paidByCustomer(customerId));
      if (totalPaid < activateAt) return [];
      return [send(accounts, customerId, { type: "ActivateAccount", bookingId, totalPaid })];
    },
  },
});
