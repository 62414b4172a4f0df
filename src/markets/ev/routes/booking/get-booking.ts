import { ok, route } from "../../../../kernel/route.js";
import { visibleBooking } from "../../bookings/visible-booking.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { bookingSchema, presentBooking } from "../../shapes/booking.js";
import { idParams } from "../../shapes/fields.js";

/** Booking APIs, 26. Get Booking Details. */
export const getBooking = route({
  method: "GET",
  path: "/api/booking/bookings/:id/",
  summary: "One booking",
  tag: "Bookings",
  may: ANY_MEMBER,
  limit: "booking",
  params: idParams,
  replies: { 200: { description: "The booking.", schema: bookingSchema } },
  async handle({ params }, app) {
    const row = await visibleBooking(app, params.id);
    return row === undefined ? notFound() : ok(presentBooking(row));
  },
});
