import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { bookingOfCustomer } from "../../../../../projections/bookings/queries.js";
import { callerId } from "../../../../kernel/caller.js";
import { notFound } from "../../refusals.js";
import { bookingRowSchema, presentBookingRow } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

/** Bookings, Get Booking Details; another customer's booking reads as unknown (customer.02). */
export const getBooking = route({
  method: "GET",
  path: "/bookings/:id",
  summary: "One of your bookings",
  tag: "Bookings",
  may: realm("customer"),
  limit: "general_customer",
  params: idParams,
  replies: {
    200: documentedData(
      "The booking.",
      bookingRowSchema.extend({
        payment: z
          .object({
            razorpay_payment_id: z.string().nullable(),
            payment_method: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
  },
  async handle({ params }, app) {
    const row = await bookingOfCustomer(app.reads, callerId(app), params.id);
    if (row === undefined) return notFound("Booking");
    const { gateway_payment_id, payment_instrument } = row;
    return data({
      ...presentBookingRow(row),
      payment: { razorpay_payment_id: gateway_payment_id, payment_method: payment_instrument },
    });
  },
});
