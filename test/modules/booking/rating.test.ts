import test from "ava";
import { bookings } from "../../../src/modules/booking/booking.js";
import type { RateBooking } from "../../../src/modules/booking/commands.js";
import type { BookingEvent } from "../../../src/modules/booking/events.js";
import { given } from "../scenario.js";
import { confirmed, done, ids } from "./a-booking.js";
import { granted } from "./a-refund.js";

const { booking: bookingId, customer: customerId, provider: providerId } = ids;
const rate: RateBooking = { type: "RateBooking", customerId, rating: 5, feedback: "Great" };
const rated: BookingEvent = {
  type: "BookingRated",
  data: { bookingId, customerId, providerId, rating: 5, feedback: "Great" },
};

test("the customer rates the completed booking", (t) => {
  given(t, bookings, ...done)
    .when(rate)
    .yields(rated);
});

test("a booking is rated once", (t) => {
  given(t, bookings, ...done, rated)
    .when(rate)
    .refuses("conflict", "already_rated");
});

test("a rating is a whole number from 1 to 5", (t) => {
  for (const rating of [0, 6, 4.5, -1, Number.NaN]) {
    given(t, bookings, ...done)
      .when({ ...rate, rating })
      .refuses("invalid", "rating_out_of_range");
  }
});

test("only a completed booking is rated", (t) => {
  given(t, bookings, ...confirmed)
    .when(rate)
    .refuses("conflict", "booking_confirmed");
  const legs = { escrow: 0, fee: 0, provider: 123_984, commission: 20_016, tax: 33_120 };
  given(t, bookings, ...done, granted({ amount: 177_120, legs, full: true }))
    .when(rate)
    .refuses("conflict", "booking_refunded");
});

test("nobody rates another customer's booking", (t) => {
  given(t, bookings, ...done)
    .when({ ...rate, customerId: ids.other })
    .refuses("not_found", "booking_unknown");
});
