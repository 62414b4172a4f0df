import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { accountById } from "../../../../../projections/accounts.js";
import { partnerById } from "../../../../../projections/partners-table.js";
import { paymentOfBooking } from "../../../../../projections/payments.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import {
  bookingRowSchema,
  lineSchema,
  presentBookingRow,
  presentLine,
} from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";
import { partnerSchema, presentPartner } from "../../shapes/partner.js";
import { paymentSchema, presentPayment } from "../../shapes/payment.js";
import { presentUser, userSchema } from "../../shapes/user.js";
import { timelineOf, timelineSchema } from "../../timeline.js";

/** Bookings Management, Get Booking Details: all there is about one booking, with its course. */
export const adminGetBooking = route({
  method: "GET",
  path: "/admin/bookings/:id",
  summary: "One booking with everything about it",
  tag: "Admin: Bookings Management",
  may: realm("admin"),
  limit: "admin",
  params: idParams,
  replies: {
    200: documentedData(
      "The booking.",
      z.object({
        booking: bookingRowSchema,
        user: userSchema.nullable(),
        partner: partnerSchema.nullable(),
        payment: paymentSchema.nullable(),
        services: z.array(lineSchema),
        timeline: timelineSchema,
      }),
    ),
  },
  async handle({ params }, app) {
    const row = await bookingOfMarket(app, params.id);
    if (row === undefined) return notFound("Booking");
    const [user, partner, payment, timeline] = await Promise.all([
      accountById(app.reads, row.customer_id),
      partnerById(app.reads, MARKETPLACE, row.provider_id ?? ""),
      paymentOfBooking(app.reads, row.id),
      timelineOf(app, row.id, row.payment_id),
    ]);
    return data({
      booking: presentBookingRow(row),
      user: user === undefined ? null : presentUser(user),
      partner: partner === undefined ? null : presentPartner(partner),
      payment: payment === undefined ? null : presentPayment(payment),
      services: row.lines.map(presentLine),
      timeline,
    });
  },
});
