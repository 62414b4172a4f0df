import { z } from "zod";
import { ok, route, type Route } from "../../kernel/route.js";
import type { OperationsPorts } from "../ports.js";
import { READERS } from "../staff.js";

const jobSchema = z.object({
  name: z.string(),
  marketplace: z.string(),
  hour: z.int().meta({ description: "At the market's place, from which it is due." }),
  next_run_at: z.iso.datetime(),
  last_day: z.string().nullable().meta({ description: "The day that the last run was for." }),
  last_started_at: z.iso.datetime().nullable(),
  last_ended_at: z.iso.datetime().nullable(),
  last_result: z.looseObject({}).nullable(),
  last_error: z.string().nullable(),
  failures: z.int(),
});

/** Reconciliation and whatever else is done once a day. */
export function listJobs({ jobs }: OperationsPorts): Route {
  return route({
    method: "GET",
    path: "/jobs",
    summary: "Daily jobs: when each runs next and how its last run ended",
    tag: "Jobs",
    may: READERS,
    limit: "staff",
    replies: {
      200: { description: "By name.", schema: z.object({ jobs: z.array(jobSchema) }) },
    },
    handle: async () => ok({ jobs: [...(await jobs.status())] }),
  });
}
