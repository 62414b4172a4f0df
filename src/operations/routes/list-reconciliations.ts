import { z } from "zod";
import { reject } from "../../kernel/rejection.js";
import { ok, route } from "../../kernel/route.js";
import { reconciliationOf, reconciliationsOf } from "../../../projections/reconciliations.js";
import { cursor, limit, nextCursor, paged } from "../shapes/cursor.js";
import {
  areForward,
  BACKWARD,
  day,
  days,
  marketplace,
  presentReport,
  reportSchema,
} from "../shapes/reconciliation.js";
import { READERS } from "../staff.js";

const NOT_RECONCILED = reject(
  "not_found",
  "reconciliation_unknown",
  "This day has not been reconciled.",
);

export const listReconciliations = route({
  method: "GET",
  path: "/reconciliation",
  summary: "The reports of reconciled days, the latest day first",
  tag: "Reconciliation",
  may: READERS,
  limit: "staff",
  query: z
    .object({
      marketplace: marketplace.optional(),
      ...days,
      limit: limit(200, 50),
      cursor: cursor(z.tuple([z.string(), z.string()])),
    })
    .refine(areForward, BACKWARD),
  replies: {
    200: {
      description: "A page of reports.",
      schema: z.object({ reports: z.array(reportSchema), next_cursor: nextCursor }),
    },
  },
  async handle({ query }, app) {
    const { limit: most, cursor: after, ...filter } = query;
    const rows = await reconciliationsOf(app.reads, filter, after, most + 1);
    const { page, next } = paged(rows, most, (row) => [row.date, row.marketplace]);
    return ok({ reports: page.map(presentReport), next_cursor: next });
  },
});

export const getReconciliation = route({
  method: "GET",
  path: "/reconciliation/:marketplace/:date",
  summary: "The report of one day",
  tag: "Reconciliation",
  may: READERS,
  limit: "staff",
  params: z.object({ marketplace, date: day }),
  replies: { 200: { description: "The report as it stands now.", schema: reportSchema } },
  async handle({ params }, app) {
    const row = await reconciliationOf(app.reads, params.marketplace, params.date);
    return row === undefined ? NOT_RECONCILED : ok(presentReport(row));
  },
});
