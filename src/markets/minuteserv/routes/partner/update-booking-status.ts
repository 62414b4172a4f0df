import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import type { BookingCommand } from "../../../../modules/booking/commands.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { callerId } from "../../../../kernel/caller.js";
import { notFound } from "../../refusals.js";
import { bookingRefSchema, presentBookingRef } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, instant } from "../../shapes/fields.js";

const body = z.object({
  status: z.enum(["in_transit", "arrived", "in_progress"]),
  estimated_arrival: instant.nullish(),
});

/** Partner APIs, Update Booking Status: accepted, in transit, arrived, in that order. */
export const partnerUpdateBookingStatus = route({
  method: "PATCH",
  path: "/partner/bookings/:id/status",
  summary: "Say how far you are",
  tag: "Partner: Bookings",
  may: realm("partner"),
  limit: "partner",
  params: idParams,
  body,
  example: { status: "in_transit", estimated_arrival: "2024-01-20T11:00:00Z" },
  replies: { 200: documentedData("Noted.", z.object({ booking: bookingRefSchema })) },
  async handle({ params, body: told }, app) {
    const done = await app.execute(bookings, params.id, commandOf(told, callerId(app)));
    if (isRejection(done)) return done;
    const row = await bookingOfMarket(app, params.id);
    return row === undefined ? notFound("Booking") : data({ booking: presentBookingRef(row) });
  },
});

/**
 * The service begins when the partner arrives: no call of the document starts it (A23). Who says
 * so all the same says nothing new.
 */
function commandOf(told: z.output<typeof body>, providerId: string): BookingCommand {
  if (told.status === "arrived") {
    return { type: "ArriveAtCustomer", providerId, startsOnArrival: true };
  }
  if (told.status === "in_progress") return { type: "StartService", providerId };
  const estimatedArrival = told.estimated_arrival ?? null;
  return { type: "DepartToCustomer", providerId, estimatedArrival };
}
