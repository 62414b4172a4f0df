import { reject, rejectFields } from "../../kernel/rejection.js";
import type { RateBooking } from "./commands.js";
import { refuseUnlessPossible } from "./lifecycle.js";
import type { Outcome } from "./outcome.js";
import type { Booking } from "./state.js";

/** The customer's own, completed booking is rated once, from 1 to 5 (Minuteserv, Rate Booking). */
export function rate(command: RateBooking, booking: Booking): Outcome {
  const { customerId, rating, feedback } = command;
  const provider = booking.offers.at(-1);
  if (booking.customerId !== customerId) {
    return reject("not_found", "booking_unknown", "There is no such booking.");
  }
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) {
    const message = "must be a whole number from 1 to 5";
    return rejectFields("rating_out_of_range", [{ field: "rating", message }]);
  }
  const refusal = refuseUnlessPossible(booking, "BookingRated");
  if (refusal !== undefined) return refusal;
  if (provider === undefined) throw new Error("a completed booking has a provider");
  if (booking.rating !== null) {
    return reject("conflict", "already_rated", "The booking is rated already.");
  }
  const { bookingId } = booking;
  const data = { bookingId, customerId, providerId: provider.providerId, rating, feedback };
  return [{ type: "BookingRated", data }];
}
