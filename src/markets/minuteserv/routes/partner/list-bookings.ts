import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { bookingsOfProvider } from "../../../../../projections/bookings/queries.js";
import { callerId } from "../../../../kernel/caller.js";
import { bookingRowSchema, presentBookingRow, statusSchema } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { date, paging } from "../../shapes/fields.js";
import { pagination, paginationSchema, slice } from "../../shapes/pagination.js";
import { coreStatus } from "../../vocabulary.js";

/** Partner APIs, Get Partner Bookings: those the partner holds, soonest visit first. */
export const partnerListBookings = route({
  method: "GET",
  path: "/partner/bookings",
  summary: "Your bookings",
  tag: "Partner: Bookings",
  may: realm("partner"),
  limit: "partner",
  query: z.object({ status: statusSchema.optional(), date: date.optional(), ...paging(20) }),
  replies: {
    200: documentedData(
      "A page of bookings.",
      z.object({ bookings: z.array(bookingRowSchema), pagination: paginationSchema }),
    ),
  },
  async handle({ query }, app) {
    const statuses = query.status === undefined ? undefined : [coreStatus(query.status)];
    const filter = { statuses, from: query.date, to: query.date };
    const found = await bookingsOfProvider(app.reads, callerId(app), filter, slice(query));
    return data({
      bookings: found.rows.map(presentBookingRow),
      pagination: pagination(query, found.total),
    });
  },
});
