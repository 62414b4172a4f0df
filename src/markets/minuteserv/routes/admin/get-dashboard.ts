import { z } from "zod";
import { toMajor } from "../../../../kernel/money.js";
import { route } from "../../../../kernel/route.js";
import { revenueOn } from "../../../../../projections/bookings/reports.js";
import { newestBookings } from "../../../../../projections/bookings/queries.js";
import { marketOverview, type MarketOverview } from "../../../../../projections/market-totals.js";
import { newestPartners } from "../../../../../projections/partner-lists.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_STAFF } from "../../roles.js";
import { bookingRowSchema, presentBookingRow } from "../../shapes/booking.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { partnerSchema, presentPartner } from "../../shapes/partner.js";
import { localDate } from "../../visit.js";

/** How many are recent is not stated. */
const RECENT = 5;

/** Dashboard, Get Admin Dashboard; seven statuses fold into four counters (admin.05, .06). */
export const adminGetDashboard = route({
  method: "GET",
  path: "/admin/dashboard",
  summary: "How the market stands",
  tag: "Admin: Dashboard",
  may: ANY_STAFF,
  limit: "admin",
  replies: {
    200: documentedData(
      "Numbers, news and what waits for a person.",
      z.object({
        stats: z.object({
          total_bookings: z.int(),
          pending_bookings: z.int(),
          confirmed_bookings: z.int(),
          completed_bookings: z.int(),
          cancelled_bookings: z.int(),
          total_revenue: z.number(),
          today_revenue: z.number(),
          active_partners: z.int(),
          total_partners: z.int(),
          pending_payouts: z.number(),
        }),
        recent_bookings: z.array(bookingRowSchema),
        recent_partners: z.array(partnerSchema),
        alerts: z.array(z.object({ type: z.string(), count: z.int() })),
      }),
    ),
  },
  async handle(_input, app) {
    const [overview, revenueToday, bookings, partners] = await Promise.all([
      marketOverview(app.reads, MARKETPLACE),
      revenueOn(app.reads, MARKETPLACE, localDate(app.clock.now())),
      newestBookings(app.reads, MARKETPLACE, RECENT),
      newestPartners(app.reads, MARKETPLACE, RECENT),
    ]);
    return data({
      stats: { ...statsOf(overview), today_revenue: toMajor(revenueToday) },
      recent_bookings: bookings.map(presentBookingRow),
      recent_partners: partners.map(presentPartner),
      alerts: alertsOf(overview),
    });
  },
});

function statsOf(overview: MarketOverview) {
  const { bookings, confirmed, completed, cancelled } = overview;
  return {
    total_bookings: bookings,
    pending_bookings: bookings - confirmed - completed - cancelled,
    confirmed_bookings: confirmed,
    completed_bookings: completed,
    cancelled_bookings: cancelled,
    total_revenue: toMajor(overview.revenue),
    active_partners: overview.partners - overview.inactive_partners,
    total_partners: overview.partners,
    pending_payouts: toMajor(overview.owed),
  };
}

/** Only what there is; the document prints the first kind, the rest are ours. */
function alertsOf(overview: MarketOverview) {
  return [
    { type: "payment_failed", count: overview.payments_failed },
    { type: "manual_assignment", count: overview.unassigned },
    { type: "webhook_failed", count: overview.webhooks_parked },
  ].filter(({ count }) => count > 0);
}
