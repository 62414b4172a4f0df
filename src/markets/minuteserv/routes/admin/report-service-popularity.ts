import { z } from "zod";
import { toMajor } from "../../../../kernel/money.js";
import { route } from "../../../../kernel/route.js";
import { servicePopularity } from "../../../../../projections/bookings/reports.js";
import { MARKETPLACE } from "../../policy.js";
import { BOOKKEEPERS } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { periodOf, periodQuery } from "../../shapes/period.js";

/** Analytics & Reports, Get Service Popularity Report: unit price times quantity (analytics.03). */
export const adminReportServicePopularity = route({
  method: "GET",
  path: "/admin/analytics/service-popularity",
  summary: "What is booked most",
  tag: "Admin: Analytics & Reports",
  may: BOOKKEEPERS,
  limit: "admin",
  query: periodQuery,
  replies: {
    200: documentedData(
      "Services, the most booked first.",
      z.object({
        services: z.array(
          z.object({
            service_id: z.uuid(),
            service_name: z.string(),
            total_bookings: z.int(),
            total_revenue: z.number(),
            average_rating: z.number(),
          }),
        ),
      }),
    ),
  },
  async handle({ query }, app) {
    const lines = await servicePopularity(app.reads, MARKETPLACE, periodOf(query));
    const services = lines.map(({ revenue, average_rating, ...line }) => ({
      ...line,
      total_revenue: toMajor(revenue),
      average_rating: average_rating ?? 0,
    }));
    return data({ services });
  },
});
