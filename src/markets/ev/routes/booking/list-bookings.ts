import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { instalmentBookingsWhere } from "../../../../../projections/instalment-bookings.js";
import { BOOKING_STATUSES, statusOf } from "../../bookings/vocabulary.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_MEMBER, isAdmin } from "../../roles.js";
import { bookingSchema, presentBooking } from "../../shapes/booking.js";
import { oneOf } from "../../shapes/fields.js";

/** Booking APIs, 25. List Bookings: your own, an admin's are everybody's (EV-A35). */
export const listBookings = route({
  method: "GET",
  path: "/api/booking/bookings/",
  summary: "Your bookings; an admin sees all",
  tag: "Bookings",
  may: ANY_MEMBER,
  limit: "booking",
  query: z.object({ ...pagingQuery, status: oneOf(BOOKING_STATUSES) }),
  replies: { 200: { description: "A page of bookings.", schema: pageOf(bookingSchema) } },
  async handle(input, app) {
    const { query } = input;
    const customerId = isAdmin(app) ? undefined : callerId(app);
    const filter = { customerId, status: statusOf(query.status) };
    const found = await instalmentBookingsWhere(app.reads, MARKETPLACE, filter, slice(query));
    return paged(input, found, presentBooking);
  },
});
