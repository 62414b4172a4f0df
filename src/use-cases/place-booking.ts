import { accountById } from "../../projections/accounts.js";
import type { App } from "../kernel/app.js";
import { isRejection, type Rejection } from "../kernel/rejection.js";
import { accounts } from "../modules/account/account.js";
import { bookings } from "../modules/booking/booking.js";
import type { BookingPlaced } from "../modules/booking/events.js";
import type { Contact } from "../modules/booking/facts.js";
import { paymentOfBooking } from "../modules/payment/payment-of-booking.js";
import { payments } from "../modules/payment/payment.js";

/**
 * Places a booking that is paid as a whole, and opens its payment. The booking's own event carries
 * all that the payment needs; were the second step lost, a process would make up for it.
 *
 * @returns the booking as it was first placed: a repeat gets what its first try wrote
 */
export async function placeBooking(
  app: App,
  placed: BookingPlaced,
): Promise<BookingPlaced | Rejection> {
  const { bookingId, payment, contact } = placed;
  const done = await app.execute(bookings, bookingId, { type: "PlaceBooking", ...placed });
  if (isRejection(done)) return done;
  const opened = await app.execute(payments, payment.paymentId, paymentOfBooking(placed));
  if (isRejection(opened)) return opened;
  await completeProfile(app, placed.customerId, contact);
  const [event] = done.events;
  return event?.type === "BookingPlaced" ? (event.data as BookingPlaced) : placed;
}

/** A profile is only ever filled up, so one that is seen to be whole needs no look at the log. */
async function completeProfile(app: App, customerId: string, { name, email }: Contact) {
  const known = await accountById(app.reads, customerId);
  if (known !== undefined && known.name !== null && known.email !== null) return;
  const profile = { name, email };
  await app.execute(accounts, customerId, { type: "CompleteProfile", profile });
}
