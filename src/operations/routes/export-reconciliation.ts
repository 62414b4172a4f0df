import { z } from "zod";
import { route } from "../../kernel/route.js";
import { reconciliationCsv } from "../../../projections/reconciliations/csv.js";
import { reconciliationsOf } from "../../../projections/reconciliations.js";
import { areForward, BACKWARD, days, marketplace } from "../shapes/reconciliation.js";
import { READERS } from "../staff.js";

/** Nearly three years of one market. */
const MOST_DAYS = 1_000;

export const exportReconciliation = route({
  method: "GET",
  path: "/reconciliation/export.csv",
  summary: "What was healed and what differs, for spreadsheets",
  tag: "Reconciliation",
  may: READERS,
  limit: "staff",
  query: z
    .object({
      marketplace: marketplace.optional(),
      ...days,
    })
    .refine(areForward, BACKWARD),
  replies: {
    200: {
      description: "A file of type text/csv; of the latest 1000 reports in the span.",
      schema: z.string(),
    },
  },
  async handle({ query }, app) {
    const rows = await reconciliationsOf(app.reads, query, undefined, MOST_DAYS);
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="reconciliation.csv"',
    };
    return { status: 200, headers, body: Buffer.from(reconciliationCsv(rows), "utf8") };
  },
});
