import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { callerId } from "../../../../kernel/caller.js";
import { notFound } from "../../refusals.js";
import { bookingRefSchema, presentBookingRef } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, text } from "../../shapes/fields.js";

/** Partner APIs, Reject Booking: the next partner is asked (assignment.12). */
export const partnerRejectBooking = route({
  method: "POST",
  path: "/partner/bookings/:id/reject",
  summary: "Leave an offered booking to somebody else",
  tag: "Partner: Bookings",
  may: realm("partner"),
  limit: "partner",
  params: idParams,
  body: z.object({ reason: text(1_000).nullish() }),
  example: { reason: "Too far from location" },
  replies: {
    200: documentedData(
      "Rejected.",
      z.object({ booking: bookingRefSchema, status: z.literal("rejected") }),
    ),
  },
  async handle({ params, body }, app) {
    const done = await app.execute(bookings, params.id, {
      type: "DeclineOffer",
      providerId: callerId(app),
      reason: body.reason ?? "not stated",
    });
    if (isRejection(done)) return done;
    await app.settled();
    const row = await bookingOfMarket(app, params.id);
    if (row === undefined) return notFound("Booking");
    return data({ booking: presentBookingRef(row), status: "rejected" });
  },
});
