import { z } from "zod";
import { toMajorText } from "../../../../kernel/money.js";
import { ok, route } from "../../../../kernel/route.js";
import { salesOfMembers } from "../../../../../projections/member-reports.js";
import { MARKETPLACE } from "../../policy.js";
import { ADMINS } from "../../roles.js";
import { BACKWARD, isForward, periodFields } from "../../shapes/period.js";
import { moneyText } from "../../shapes/values.js";

/** Reports APIs, 49. Sales Report: payments that stand and bookings made, both days included. */
export const getSalesReport = route({
  method: "GET",
  path: "/api/reports/sales/",
  summary: "What was sold in some days",
  tag: "Reports",
  may: ADMINS,
  limit: "other",
  query: z.object(periodFields).refine(isForward, BACKWARD),
  replies: {
    200: {
      description: "The sales.",
      schema: z.object({ total_sales: moneyText, total_transactions: z.int(), bookings: z.int() }),
    },
  },
  async handle({ query: { start_date: from, end_date: to } }, app) {
    const figures = await salesOfMembers(app.reads, MARKETPLACE, { from, to });
    return ok({
      total_sales: toMajorText(figures.sales),
      total_transactions: figures.transactions,
      bookings: figures.bookings,
    });
  },
});
