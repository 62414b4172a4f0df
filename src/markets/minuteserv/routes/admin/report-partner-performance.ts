import { z } from "zod";
import { givenId } from "../../../../kernel/given-id.js";
import { toMajor } from "../../../../kernel/money.js";
import { route } from "../../../../kernel/route.js";
import { partnerPerformance } from "../../../../../projections/bookings/reports.js";
import { MARKETPLACE } from "../../policy.js";
import { BOOKKEEPERS } from "../../roles.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { cancellationRate } from "../../shapes/partner.js";
import { BACKWARD, isForward, periodFields, periodOf } from "../../shapes/period.js";

/** Analytics & Reports, Get Partner Performance Report: accepted bookings by day of the visit. */
export const adminReportPartnerPerformance = route({
  method: "GET",
  path: "/admin/analytics/partner-performance",
  summary: "How partners did",
  tag: "Admin: Analytics & Reports",
  may: BOOKKEEPERS,
  limit: "admin",
  query: z.object({ ...periodFields, partner_id: givenId.optional() }).refine(isForward, BACKWARD),
  replies: {
    200: documentedData(
      "Partners, the busiest first.",
      z.object({
        partners: z.array(
          z.object({
            partner_id: z.uuid(),
            partner_name: z.string(),
            total_bookings: z.int(),
            completed_bookings: z.int(),
            cancelled_bookings: z.int(),
            total_earnings: z.number(),
            average_rating: z.number(),
            cancellation_rate: z.number(),
          }),
        ),
      }),
    ),
  },
  async handle({ query }, app) {
    const period = periodOf(query);
    const lines = await partnerPerformance(app.reads, MARKETPLACE, period, query.partner_id);
    const partners = lines.map(({ earnings, average_rating, ...line }) => ({
      ...line,
      total_earnings: toMajor(earnings),
      average_rating: average_rating ?? 0,
      cancellation_rate: cancellationRate(line),
    }));
    return data({ partners });
  },
});
