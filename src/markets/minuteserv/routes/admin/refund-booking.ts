import { z } from "zod";
import { toMajor } from "../../../../kernel/money.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, positiveRupees, text } from "../../shapes/fields.js";
import { refundSchema } from "../../shapes/refund.js";

/** Bookings Management, Refund Payment: part or all of what is left (refund.01, .02). */
export const adminRefundBooking = route({
  method: "POST",
  path: "/admin/bookings/:id/refund",
  summary: "Give money back",
  tag: "Admin: Bookings Management",
  may: realm("admin", "super_admin", "admin", "finance"),
  limit: "admin",
  idempotency: "honoured",
  params: idParams,
  body: z.object({
    amount: positiveRupees,
    reason: text(1_000),
    notes: text(2_000).nullish(),
  }),
  example: { amount: 1771.2, reason: "Service not provided", notes: "Customer complained..." },
  replies: {
    200: documentedData("The refund is under way.", refundSchema),
  },
  async handle({ params, body }, app) {
    if ((await bookingOfMarket(app, params.id)) === undefined) return notFound("Booking");
    const refundId = app.id("refund");
    const done = await app.execute(bookings, params.id, {
      type: "GrantRefund",
      refundId,
      amount: body.amount,
      reason: body.reason,
      notes: body.notes ?? null,
      refundTo: "gateway",
    });
    if (isRejection(done)) return done;
    return data({
      refund_id: refundId,
      refund_amount: toMajor(body.amount),
      status: "processing",
    });
  },
});
