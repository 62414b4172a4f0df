import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { bookingsOfProvider } from "../../../../../projections/bookings/queries.js";
import { partnerOfMarket } from "../../partner-of-market.js";
import { notFound } from "../../refusals.js";
import { ANY_STAFF } from "../../roles.js";
import { bookingRowSchema, presentBookingRow, statusSchema } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";
import { BACKWARD, isForward, openPeriodFields } from "../../shapes/period.js";
import { coreStatus } from "../../vocabulary.js";

/** The document gives this list no pages; nobody reads more of it at once. */
const MOST = 1_000;

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
    })
    .refine(isForward, BACKWARD),
  replies: {
    200: documentedData(
      "Bookings, soonest visit first.",
      z.object({ bookings: z.array(bookingRowSchema) }),
    ),
  },
  async handle({ params, query }, app) {
    if ((await partnerOfMarket(app, params.id)) === undefined) return notFound("Partner");
    const statuses = query.status === undefined ? undefined : [coreStatus(query.status)];
    const filter = { statuses, from: query.date_from, to: query.date_to };
    const page = { limit: MOST, offset: 0 };
    const found = await bookingsOfProvider(app.reads, params.id, filter, page);
    return data({ bookings: found.rows.map(presentBookingRow) });
  },
});
