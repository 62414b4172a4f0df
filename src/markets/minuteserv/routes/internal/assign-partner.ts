import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { assigned, assignedSchema } from "../../assignment/assigned.js";
import { offerTerms } from "../../assignment/offer-terms.js";
import { autoAssign } from "../../../../use-cases/auto-assign.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { notFound } from "../../refusals.js";
import { documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

/** Internal APIs, Auto-Assign Partner: the algorithm's choice, now. */
export const internalAssignPartner = route({
  method: "POST",
  path: "/internal/bookings/:id/assign-partner",
  summary: "Offer a booking to the best partner",
  tag: "Internal: Partner Assignment",
  may: realm("internal"),
  limit: "internal",
  params: idParams,
  body: z.object({ force: z.boolean().default(false) }),
  example: { force: false },
  replies: { 200: documentedData("Offered to the best partner.", assignedSchema) },
  async handle({ params, body }, app) {
    if ((await bookingOfMarket(app, params.id)) === undefined) return notFound("Booking");
    const booking = await app.load(bookings, params.id);
    if (booking === null || booking.visit === null) return notFound("Booking");
    const terms = { ...(await offerTerms(app)), replace: body.force };
    return (await autoAssign(app, booking, terms)) ?? assigned(app, params.id);
  },
});
