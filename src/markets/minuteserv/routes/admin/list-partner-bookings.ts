import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { bookingsOfProvider } from "../../../../../projections/bookings/queries.js";
import { partnerOfMarket } from "../../partner-of-market.js";
import { notFound } from "../../refusals.js";
import { ANY_STAFF } from "../../roles.js";
import { bookingRowSchema, presentBookingRow, statusSchema } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, longPaging } from "../../shapes/fields.js";
import { extraPaginationSchema, pagination, slice } from "../../shapes/pagination.js";
import { BACKWARD, isForward, openPeriodFields } from "../../shapes/period.js";
import { coreStatus } from "../../vocabulary.js";

/** Partners Management, Get Partner Bookings; the dates are those of the visits, inclusive. */
export const adminListPartnerBookings = route({
  method: "GET",
  path: "/admin/partners/:id/bookings",
  summary: "The bookings that a partner holds or held",
  tag: "Admin: Partners Management",
  may: ANY_STAFF,
  limit: "admin",
  params: idParams,
  query: z
    .object({
      status: statusSchema.optional(),
      ...openPeriodFields,
      ...longPaging,
    })
    .refine(isForward, BACKWARD),
  replies: {
    200: documentedData(
      "A page of bookings, soonest visit first.",
      z.object({ bookings: z.array(bookingRowSchema), pagination: extraPaginationSchema }),
    ),
  },
  async handle({ params, query }, app) {
    if ((await partnerOfMarket(app, params.id)) === undefined) return notFound("Partner");
    const statuses = query.status === undefined ? undefined : [coreStatus(query.status)];
    const filter = { statuses, from: query.date_from, to: query.date_to };
    const found = await bookingsOfProvider(app.reads, params.id, filter, slice(query));
    return data({
      bookings: found.rows.map(presentBookingRow),
      pagination: pagination(query, found.total),
    });
  },
});
