import { z } from "zod";
import { givenId } from "../../../../kernel/given-id.js";
import { route } from "../../../../kernel/route.js";
import { searchBookings } from "../../../../../projections/bookings/search.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_STAFF } from "../../roles.js";
import { bookingRowSchema, presentBookingRow, statusSchema } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { paging } from "../../shapes/fields.js";
import { pagination, paginationSchema, slice } from "../../shapes/pagination.js";
import { BACKWARD, isForward, openPeriodFields } from "../../shapes/period.js";
import { coreStatus } from "../../vocabulary.js";

/** Bookings Management, Get All Bookings; all filters together, the dates are of the visits. */
export const adminListBookings = route({
  method: "GET",
  path: "/admin/bookings",
  summary: "All bookings",
  tag: "Admin: Bookings Management",
  may: ANY_STAFF,
  limit: "admin",
  query: z
    .object({
      status: statusSchema.optional(),
      ...openPeriodFields,
      partner_id: givenId.optional(),
      user_id: givenId.optional(),
      ...paging(20),
    })
    .refine(isForward, BACKWARD),
  replies: {
    200: documentedData(
      "A page of bookings, newest first; by visit where dates are given.",
      z.object({ bookings: z.array(bookingRowSchema), pagination: paginationSchema }),
    ),
  },
  async handle({ query }, app) {
    const search = {
      status: query.status === undefined ? undefined : coreStatus(query.status),
      from: query.date_from,
      to: query.date_to,
      providerId: query.partner_id,
      customerId: query.user_id,
    };
    const found = await searchBookings(app.reads, MARKETPLACE, search, slice(query));
    return data({
      bookings: found.rows.map(presentBookingRow),
      pagination: pagination(query, found.total),
    });
  },
});
