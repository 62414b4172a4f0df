import { z } from "zod";
import { isoNow } from "../../../../kernel/clock.js";
import { toMajor } from "../../../../kernel/money.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { cancellationPolicy } from "../../cancellation.js";
import { notFound } from "../../refusals.js";
import { currentSettings } from "../../settings.js";
import { bookingRefSchema, presentBookingRef } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, rupees, text } from "../../shapes/fields.js";
import { refundSchema } from "../../shapes/refund.js";

/**
 * Bookings Management, Cancel Booking (Admin): staff may name the refund in place of the fee
 * rule, and send it to the customer's wallet (cancellation.11, .12).
 */
export const adminCancelBooking = route({
  method: "POST",
  path: "/admin/bookings/:id/cancel",
  summary: "Cancel a booking",
  tag: "Admin: Bookings Management",
  may: realm("admin", "super_admin", "admin", "support"),
  limit: "admin",
  idempotency: "honoured",
  params: idParams,
  body: z.object({
    reason: text(1_000),
    refund_amount: rupees.nullish(),
    refund_to_wallet: z.boolean().default(false),
  }),
  example: { reason: "Customer request", refund_amount: 1771.2, refund_to_wallet: true },
  replies: {
    200: documentedData(
      "Cancelled; `refund` is null when nothing goes back.",
      z.object({ booking: bookingRefSchema, refund: refundSchema.nullable() }),
    ),
  },
  async handle({ params, body }, app) {
    if ((await bookingOfMarket(app, params.id)) === undefined) return notFound("Booking");
    const refundId = app.id("refund");
    const done = await app.execute(bookings, params.id, {
      type: "CancelBooking",
      by: "admin",
      reason: body.reason,
      at: isoNow(app.clock),
      policy: cancellationPolicy(await currentSettings(app)),
      refundId,
      refundTo: body.refund_to_wallet ? "wallet" : "gateway",
      refundAmount: body.refund_amount ?? null,
    });
    if (isRejection(done)) return done;
    const row = await bookingOfMarket(app, params.id);
    if (row === undefined) return notFound("Booking");
    const amount = row.refund_amount ?? 0;
    return data({
      booking: presentBookingRef(row),
      refund:
        amount === 0
          ? null
          : { refund_id: refundId, refund_amount: toMajor(amount), status: "processing" },
    });
  },
});
