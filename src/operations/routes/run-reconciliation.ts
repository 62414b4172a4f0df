import { z } from "zod";
import { isRejection } from "../../kernel/rejection.js";
import { ok, route, type Route } from "../../kernel/route.js";
import type { OperationsPorts } from "../ports.js";
import { day, marketplace, presentRun, reportSchema } from "../shapes/reconciliation.js";
import { READERS } from "../staff.js";

/** Running it twice changes nothing the second time (reconciliation.04). */
export function runReconciliation({ reconciliation }: OperationsPorts): Route {
  return route({
    method: "POST",
    path: "/reconciliation",
    summary: "Compare a day's gateway payments with the books and heal what is missing",
    tag: "Reconciliation",
    may: READERS,
    limit: "staff",
    body: z.object({ marketplace, date: day }),
    example: { marketplace: "minuteserv", date: "2024-01-20" },
    replies: {
      200: {
        description: "The day's report, and whether this run has changed it.",
        schema: z.object({ changed: z.boolean(), report: reportSchema }),
      },
    },
    async handle({ body }, app) {
      const { actor } = app.envelope;
      const done = await reconciliation.run(body.marketplace, body.date, actor);
      if (isRejection(done)) return done;
      return ok({ changed: done.changed, report: presentRun(done.report) });
    },
  });
}
