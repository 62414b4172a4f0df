import { z } from "zod";
import { givenId } from "../../../../kernel/given-id.js";
import { realm, route } from "../../../../kernel/route.js";
import { assigned, assignedSchema } from "../../assignment/assigned.js";
import { offerTerms } from "../../assignment/offer-terms.js";
import { assignByHand } from "../../../../use-cases/assign-by-hand.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { notFound } from "../../refusals.js";
import { documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

/** Bookings Management, Assign Partner Manually; it takes the booking off the queue. */
export const adminAssignPartner = route({
  method: "POST",
  path: "/admin/bookings/:id/assign-partner",
  summary: "Give a booking to a partner of your choice",
  tag: "Admin: Bookings Management",
  may: realm("admin", "super_admin", "admin", "support"),
  limit: "admin",
  params: idParams,
  body: z.object({ partner_id: givenId, force: z.boolean().default(false) }),
  example: { partner_id: "6f1c2a9e-0f6e-4d5c-9f0a-3b1d2c4e5f60", force: false },
  replies: { 200: documentedData("Offered to the partner.", assignedSchema) },
  async handle({ params, body }, app) {
    const booking = await bookingOfMarket(app, params.id);
    if (booking === undefined) return notFound("Booking");
    const choice = { partnerId: body.partner_id, force: body.force };
    const refused = await assignByHand(app, booking, choice, await offerTerms(app));
    return refused ?? assigned(app, booking.id);
  },
});
