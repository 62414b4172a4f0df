import { z } from "zod";
import { toMajor } from "../../../../kernel/money.js";
import { realm, route } from "../../../../kernel/route.js";
import { agendaOf, bookingsOfProvider } from "../../../../../projections/bookings/queries.js";
import { newestEarnings } from "../../../../../projections/earnings.js";
import { meanRating } from "../../../../../projections/partners-table.js";
import { callerId } from "../../../../kernel/caller.js";
import { partnerOfMarket } from "../../partner-of-market.js";
import { notFound } from "../../refusals.js";
import { bookingRowSchema, presentBookingRow } from "../../shapes/booking.js";
import { earningSchema, presentEarning } from "../../shapes/earning.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { localDate } from "../../visit.js";

const FEW = { limit: 5, offset: 0 };

/** Neither over nor without an answer of somebody: what lies before the partner. */
const AHEAD = ["open", "confirmed", "in_progress"];

/** Partner APIs, Get Partner Dashboard; pending bookings wait for the partner's answer. */
export const partnerGetDashboard = route({
  method: "GET",
  path: "/partner/dashboard",
  summary: "How you stand",
  tag: "Partner: Dashboard",
  may: realm("partner"),
  limit: "partner",
  replies: {
    200: documentedData(
      "Numbers, what is next and what came in.",
      z.object({
        stats: z.object({
          total_bookings: z.int(),
          pending_bookings: z.int(),
          today_bookings: z.int(),
          completed_bookings: z.int(),
          total_earnings: z.number(),
          pending_payout: z.number(),
          rating: z.number(),
        }),
        upcoming_bookings: z.array(bookingRowSchema),
        recent_earnings: z.array(earningSchema),
      }),
    ),
  },
  async handle(_input, app) {
    const id = callerId(app);
    const day = localDate(app.clock.now());
    const ahead = { statuses: AHEAD, from: day };
    const [partner, agenda, upcoming, earnings] = await Promise.all([
      partnerOfMarket(app, id),
      agendaOf(app.reads, id, day),
      bookingsOfProvider(app.reads, id, ahead, FEW),
      newestEarnings(app.reads, id, FEW.limit),
    ]);
    if (partner === undefined) return notFound("Partner");
    return data({
      stats: {
        total_bookings: partner.total_bookings,
        pending_bookings: agenda.pending,
        today_bookings: agenda.today,
        completed_bookings: partner.completed_bookings,
        total_earnings: toMajor(partner.total_earnings),
        pending_payout: toMajor(partner.pending_payout),
        rating: meanRating(partner),
      },
      upcoming_bookings: upcoming.rows.map(presentBookingRow),
      recent_earnings: earnings.map(presentEarning),
    });
  },
});
