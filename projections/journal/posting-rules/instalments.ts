import type { Of } from "../../../src/kernel/event.js";
import type { BookingEvent, InstalmentPaid } from "../../../src/modules/booking/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references } from "../posting.js";

/** An instalment is held for its booking from the moment that the booking takes it. */
export function paid({ data }: Of<BookingEvent, "InstalmentPaid">) {
  const { bookingId, paymentId, amount } = data;
  return entry({
    description: "Instalment paid",
    currency: data.currency,
    references: references({
      booking: bookingId,
      payment: paymentId,
      account: data.customerId,
      transaction: data.transactionId,
    }),
    lines: [debit(sourceOf(data), amount), credit(account.escrow(bookingId), amount)],
  });
}

/** A wallet's hold is captured right after; until then the wallet owes it. */
function sourceOf({ method, customerId }: InstalmentPaid): string {
  if (method === "wallet") return account.walletDue(customerId);
  return method === "emi_held" ? account.emiHeld(customerId) : account.bank(method);
}

/** All is paid: the vehicle is sold. */
export function paidOff({ data }: Of<BookingEvent, "BookingPaidOff">) {
  const { bookingId, total } = data;
  return entry({
    description: "Booking paid off",
    currency: data.currency,
    references: references({ booking: bookingId, account: data.customerId }),
    lines: [debit(account.escrow(bookingId), total), credit(account.vehicleSales, total)],
  });
}
