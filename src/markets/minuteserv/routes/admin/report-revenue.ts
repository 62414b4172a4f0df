import { z } from "zod";
import { sum, toMajor } from "../../../../kernel/money.js";
import { route } from "../../../../kernel/route.js";
import { revenueBy } from "../../../../../projections/bookings/reports.js";
import { MARKETPLACE } from "../../policy.js";
import { BOOKKEEPERS } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { BACKWARD, isForward, periodFields, periodOf } from "../../shapes/period.js";

/**
 * Analytics & Reports, Get Revenue Report: paid bookings less refunds and lost chargebacks, by day
 * of the visit.
 */
export const adminReportRevenue = route({
  method: "GET",
  path: "/admin/analytics/revenue",
  summary: "What came in",
  tag: "Admin: Analytics & Reports",
  may: BOOKKEEPERS,
  limit: "admin",
  query: z
    .object({ ...periodFields, group_by: z.enum(["day", "week", "month"]).default("day") })
    .refine(isForward, BACKWARD),
  replies: {
    200: documentedData(
      "The sums, and each day, week from its Monday, or month from its first.",
      z.object({
        total_revenue: z.number(),
        total_bookings: z.int(),
        average_order_value: z.number(),
        breakdown: z.array(z.object({ date: z.string(), revenue: z.number(), bookings: z.int() })),
      }),
    ),
  },
  async handle({ query }, app) {
    const lines = await revenueBy(app.reads, MARKETPLACE, periodOf(query), query.group_by);
    const revenue = sum(lines.map((line) => line.revenue));
    const bookings = lines.reduce((total, line) => total + line.bookings, 0);
    return data({
      total_revenue: toMajor(revenue),
      total_bookings: bookings,
      average_order_value: toMajor(bookings === 0 ? 0 : Math.round(revenue / bookings)),
      breakdown: lines.map((line) => ({
        date: line.day,
        revenue: toMajor(line.revenue),
        bookings: line.bookings,
      })),
    });
  },
});
