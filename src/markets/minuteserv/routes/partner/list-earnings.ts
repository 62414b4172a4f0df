import { z } from "zod";
import { toMajor } from "../../../../kernel/money.js";
import { realm, route } from "../../../../kernel/route.js";
import { earningsOf, earningTotals } from "../../../../../projections/earnings.js";
import { callerId } from "../../caller.js";
import { TIME_ZONE } from "../../policy.js";
import { earningSchema, presentEarning } from "../../shapes/earning.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { date } from "../../shapes/fields.js";
import { EARNING_STATUSES } from "../../vocabulary.js";

/** Partner APIs, Get Partner Earnings; the sums are of all earnings, whatever the filter. */
export const partnerListEarnings = route({
  method: "GET",
  path: "/partner/earnings",
  summary: "What you have earned",
  tag: "Partner: Earnings",
  may: realm("partner"),
  limit: "partner",
  query: z.object({
    status: z.enum(EARNING_STATUSES).optional(),
    date_from: date.optional(),
    date_to: date.optional(),
  }),
  replies: {
    200: documentedData(
      "Sums and earnings, newest first.",
      z.object({
        total_earnings: z.number(),
        pending: z.number(),
        paid: z.number(),
        earnings: z.array(earningSchema),
      }),
    ),
  },
  async handle({ query }, app) {
    const totals = await earningTotals(app.reads, callerId(app));
    const rows = await earningsOf(app.reads, callerId(app), {
      status: query.status,
      from: query.date_from,
      to: query.date_to,
      timeZone: TIME_ZONE,
    });
    return data({
      total_earnings: toMajor(totals.total),
      pending: toMajor(totals.pending),
      paid: toMajor(totals.paid),
      earnings: rows.map(presentEarning),
    });
  },
});
