import { z } from "zod";
import { isoNow } from "../../../../kernel/clock.js";
import { toMajor } from "../../../../kernel/money.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { bookingOfCustomer } from "../../../../../projections/bookings/queries.js";
import { callerId } from "../../../../kernel/caller.js";
import { cancellationPolicy } from "../../cancellation.js";
import { notFound } from "../../refusals.js";
import { currentSettings } from "../../settings.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, text } from "../../shapes/fields.js";
import { documentStatus } from "../../vocabulary.js";

/** Bookings, Cancel Booking: free for 5 minutes, then 10 % of the total (cancellation.01-04). */
export const cancelBooking = route({
  method: "POST",
  path: "/bookings/:id/cancel",
  summary: "Cancel one of your bookings",
  tag: "Bookings",
  may: realm("customer"),
  limit: "general_customer",
  idempotency: "honoured",
  params: idParams,
  body: z.object({ reason: text(1_000) }),
  example: { reason: "Change of plans" },
  replies: {
    200: documentedData(
      "Cancelled; what was paid is on its way back, less the fee.",
      z.object({
        booking_id: z.uuid(),
        status: z.literal("cancelled"),
        refund_amount: z.number(),
        refund_status: z.string(),
      }),
    ),
  },
  async handle({ params, body }, app) {
    const row = await bookingOfCustomer(app.reads, callerId(app), params.id);
    if (row === undefined) return notFound("Booking");
    const done = await app.execute(bookings, params.id, {
      type: "CancelBooking",
      by: "customer",
      reason: body.reason,
      at: isoNow(app.clock),
      policy: cancellationPolicy(await currentSettings(app)),
      refundId: app.id("refund"),
      refundTo: "gateway",
      refundAmount: null,
    });
    if (isRejection(done)) return done;
    const cancelled = await bookingOfCustomer(app.reads, callerId(app), params.id);
    if (cancelled === undefined) return notFound("Booking");
    const refund = cancelled.refund_amount ?? 0;
    return data({
      booking_id: cancelled.id,
      status: documentStatus(cancelled.status),
      refund_amount: toMajor(refund),
      refund_status: refund > 0 ? "processing" : "not_applicable",
    });
  },
});
