import { z } from "zod";
import { isoNow } from "../../../../kernel/clock.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { callerId } from "../../../../kernel/caller.js";
import { notFound } from "../../refusals.js";
import { bookingRefSchema, presentBookingRef } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

/** Partner APIs, Accept Booking: within the time to respond, and once (assignment.17, .18). */
export const partnerAcceptBooking = route({
  method: "POST",
  path: "/partner/bookings/:id/accept",
  summary: "Take a booking that was offered to you",
  tag: "Partner: Bookings",
  may: realm("partner"),
  limit: "partner",
  params: idParams,
  replies: {
    200: documentedData(
      "The booking is yours.",
      z.object({ booking: bookingRefSchema, status: z.literal("confirmed") }),
    ),
  },
  async handle({ params }, app) {
    const done = await app.execute(bookings, params.id, {
      type: "AcceptOffer",
      providerId: callerId(app),
      at: isoNow(app.clock),
    });
    if (isRejection(done)) return done;
    const row = await bookingOfMarket(app, params.id);
    if (row === undefined) return notFound("Booking");
    return data({ booking: presentBookingRef(row), status: "confirmed" });
  },
});
