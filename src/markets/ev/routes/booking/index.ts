import type { Route } from "../../../../kernel/route.js";
import { cancelBooking } from "./cancel-booking.js";
import { createBooking } from "./create-booking.js";
import { getBooking } from "./get-booking.js";
import { listBookings } from "./list-bookings.js";
import { listPayments } from "./list-payments.js";
import { makePayment } from "./make-payment.js";

/** Booking APIs, in the order of the document, and what it left out. */
export const bookingRoutes: readonly Route[] = [
  createBooking,
  listBookings,
  getBooking,
  makePayment,
  listPayments,
  cancelBooking,
];
