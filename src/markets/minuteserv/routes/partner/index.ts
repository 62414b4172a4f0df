import type { Route } from "../../../../kernel/route.js";
import { partnerAcceptBooking } from "./accept-booking.js";
import { partnerCompleteBooking } from "./complete-booking.js";
import { partnerGetDashboard } from "./get-dashboard.js";
import { partnerListBookings } from "./list-bookings.js";
import { partnerListEarnings } from "./list-earnings.js";
import { partnerListPayouts } from "./list-payouts.js";
import { partnerLogIn } from "./log-in.js";
import { partnerRejectBooking } from "./reject-booking.js";
import { partnerUpdateAvailability } from "./update-availability.js";
import { partnerUpdateBookingStatus } from "./update-booking-status.js";
import { partnerUpdateWorkingHours } from "./update-working-hours.js";

/** Partner APIs, in the order of the document. */
export const partnerRoutes: readonly Route[] = [
  partnerLogIn,
  partnerGetDashboard,
  partnerListBookings,
  partnerAcceptBooking,
  partnerRejectBooking,
  partnerUpdateBookingStatus,
  partnerCompleteBooking,
  partnerUpdateAvailability,
  partnerUpdateWorkingHours,
  partnerListEarnings,
  partnerListPayouts,
];
