import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { bookingsOfCustomer } from "../../../../../projections/bookings/queries.js";
import { callerId } from "../../../../kernel/caller.js";
import { bookingRowSchema, presentBookingRow, statusSchema } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { paging } from "../../shapes/fields.js";
import { pagination, paginationSchema, slice } from "../../shapes/pagination.js";
import { coreStatus } from "../../vocabulary.js";

/** Bookings, Get User Bookings: newest first, ten a page unless asked otherwise. */
export const listBookings = route({
  method: "GET",
  path: "/bookings",
  summary: "Your bookings",
  tag: "Bookings",
  may: realm("customer"),
  limit: "general_customer",
  query: z.object({ status: statusSchema.optional(), ...paging(10) }),
  replies: {
    200: documentedData(
      "A page of bookings.",
      z.object({ bookings: z.array(bookingRowSchema), pagination: paginationSchema }),
    ),
  },
  async handle({ query }, app) {
    const statuses = query.status === undefined ? undefined : [coreStatus(query.status)];
    const found = await bookingsOfCustomer(app.reads, callerId(app), statuses, slice(query));
    return data({
      bookings: found.rows.map(presentBookingRow),
      pagination: pagination(query, found.total),
    });
  },
});
