import { z } from "zod";
import { isoNow } from "../../../../kernel/clock.js";
import { toMajor } from "../../../../kernel/money.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { earningOfBooking } from "../../../../../projections/earnings.js";
import { bookingOfMarket } from "../../booking-of-market.js";
import { callerId } from "../../../../kernel/caller.js";
import { TAX_BORNE_BY_PLATFORM } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { bookingRefSchema, presentBookingRef } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, instant } from "../../shapes/fields.js";

/**
 * Partner APIs, Mark Booking as Completed. The sample's 1200.00 fits no booking; the earning is
 * the partner's share of the grand total (earnings.04, A08).
 */
export const partnerCompleteBooking = route({
  method: "POST",
  path: "/partner/bookings/:id/complete",
  summary: "Finish the service",
  tag: "Partner: Bookings",
  may: realm("partner"),
  limit: "partner",
  params: idParams,
  body: z.object({ service_completed_at: instant.nullish() }),
  example: { service_completed_at: "2024-01-20T12:00:00Z" },
  replies: {
    200: documentedData(
      "Completed; the earning waits for a payout.",
      z.object({
        booking: bookingRefSchema,
        earning: z.object({ amount: z.number(), status: z.string() }),
      }),
    ),
  },
  async handle({ params, body }, app) {
    const done = await app.execute(bookings, params.id, {
      type: "CompleteBooking",
      providerId: callerId(app),
      completedAt: body.service_completed_at ?? isoNow(app.clock),
      taxBorneByPlatform: TAX_BORNE_BY_PLATFORM,
    });
    if (isRejection(done)) return done;
    await app.settled();
    const row = await bookingOfMarket(app, params.id);
    if (row === undefined) return notFound("Booking");
    const earning = await earningOfBooking(app.reads, row.id);
    return data({
      booking: presentBookingRef(row),
      earning: {
        amount: toMajor(earning?.amount ?? row.provider_share ?? 0),
        status: earning?.status ?? "pending",
      },
    });
  },
});
