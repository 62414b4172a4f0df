import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { bookingOfCustomer } from "../../../../../projections/bookings/queries.js";
import { callerId } from "../../../../kernel/caller.js";
import { notFound } from "../../refusals.js";
import { documentedMessage, message } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

const DONE = "Rating submitted successfully";

/** Bookings, Rate Booking: 1 to 5, once, after completion (rating.01, .02). */
export const rateBooking = route({
  method: "POST",
  path: "/bookings/:id/rate",
  summary: "Rate a completed booking",
  tag: "Bookings",
  may: realm("customer"),
  limit: "general_customer",
  params: idParams,
  body: z.object({
    rating: z.int().min(1).max(5),
    feedback: z.string().trim().max(2_000).nullish(),
  }),
  example: { rating: 5, feedback: "Great service!" },
  replies: { 200: documentedMessage(DONE) },
  async handle({ params, body }, app) {
    const row = await bookingOfCustomer(app.reads, callerId(app), params.id);
    if (row === undefined) return notFound("Booking");
    const done = await app.execute(bookings, params.id, {
      type: "RateBooking",
      customerId: callerId(app),
      rating: body.rating,
      feedback: body.feedback ?? null,
    });
    return isRejection(done) ? done : message(DONE);
  },
});
