import { z } from "zod";
import type { App } from "../../kernel/app.js";
import { toMajor } from "../../kernel/money.js";
import { earningsOf, earningTotals } from "../../../projections/earnings.js";
import { TIME_ZONE } from "./policy.js";
import { earningSchema, presentEarning } from "./shapes/earning.js";
import { BACKWARD, isForward, openPeriodFields } from "./shapes/period.js";
import { EARNING_STATUSES } from "./vocabulary.js";

export const earningsReportQuery = z
  .object({ status: z.enum(EARNING_STATUSES).optional(), ...openPeriodFields })
  .refine(isForward, BACKWARD);

export const earningsReportSchema = z.object({
  total_earnings: z.number(),
  pending: z.number(),
  paid: z.number(),
  earnings: z.array(earningSchema),
});

/** A partner's earnings, newest first, with the sums of all of them, whatever the filter. */
export async function earningsReport(
  app: App,
  partnerId: string,
  query: z.output<typeof earningsReportQuery>,
) {
  const totals = await earningTotals(app.reads, partnerId);
  const rows = await earningsOf(app.reads, partnerId, {
    status: query.status,
    from: query.date_from,
    to: query.date_to,
    timeZone: TIME_ZONE,
  });
  return {
    total_earnings: toMajor(totals.total),
    pending: toMajor(totals.pending),
    paid: toMajor(totals.paid),
    earnings: rows.map(presentEarning),
  };
}
