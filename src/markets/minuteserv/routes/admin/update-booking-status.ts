import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { notFound } from "../../refusals.js";
import { CARERS } from "../../roles.js";
import { statusByHand } from "../../status-by-hand.js";
import { bookingRowSchema, presentBookingRow, statusSchema } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, text } from "../../shapes/fields.js";

/** Bookings Management, Update Booking Status: legal steps alone, with all that they entail. */
export const adminUpdateBookingStatus = route({
  method: "PATCH",
  path: "/admin/bookings/:id/status",
  summary: "Move a booking on by hand",
  tag: "Admin: Bookings Management",
  may: CARERS,
  limit: "admin",
  idempotency: "honoured",
  params: idParams,
  body: z.object({ status: statusSchema, notes: text(2_000).nullish() }),
  example: { status: "confirmed", notes: "Manually confirmed by admin" },
  replies: { 200: documentedData("Moved on.", z.object({ booking: bookingRowSchema })) },
  async handle({ params, body }, app) {
    const booking = await bookingOfMarket(app, params.id);
    if (booking === undefined) return notFound("Booking");
    const command = await statusByHand(app, booking, body.status, body.notes ?? null);
    if (isRejection(command)) return command;
    const done = await app.execute(bookings, booking.id, command);
    if (isRejection(done)) return done;
    await app.settled();
    const row = await bookingOfMarket(app, params.id);
    return row === undefined ? notFound("Booking") : data({ booking: presentBookingRow(row) });
  },
});
