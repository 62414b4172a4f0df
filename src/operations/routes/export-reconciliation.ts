import { z } from "zod";
import { route } from "../../kernel/route.js";
import { reconciliationCsv } from "../../../projections/reconciliations/csv.js";
import { everyReconciliation } from "../../../projections/reconciliations.js";
import { areForward, BACKWARD, days, marketplace } from "../shapes/reconciliation.js";
import { READERS } from "../staff.js";

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
      description: "A file of type text/csv.",
      schema: z.string(),
    },
  },
  async handle({ query }, app) {
    const rows = await everyReconciliation(app.reads, query);
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="reconciliation.csv"',
    };
    return { status: 200, headers, body: Buffer.from(reconciliationCsv(rows), "utf8") };
  },
});
