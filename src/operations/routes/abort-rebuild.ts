import { z } from "zod";
import { reject } from "../../kernel/rejection.js";
import { route, type Route } from "../../kernel/route.js";
import type { OperationsPorts } from "../ports.js";
import { NO_SUCH_PROJECTION } from "../refusals.js";
import {
  latestWork,
  presentRebuild,
  REBUILDS_KEPT_IN_SIGHT,
  rebuildSchema,
} from "../shapes/projections.js";
import { ADMINISTRATORS } from "../staff.js";

const NOT_REBUILDING = reject(
  "conflict",
  "not_rebuilding",
  "No rebuild or verification of this projection is running.",
);

export function abortRebuild({ projections }: OperationsPorts): Route {
  return route({
    method: "POST",
    path: "/projections/:name/abort",
    summary: "End the running rebuild or verification of a read model; the live one stays as it is",
    tag: "Projections",
    may: ADMINISTRATORS,
    limit: "staff",
    params: z.object({ name: z.string().max(64) }),
    replies: {
      202: {
        description: "Asked for; it ends at its next page.",
        schema: z.object({ rebuild: rebuildSchema }),
      },
    },
    async handle({ params: { name } }) {
      const all = await projections.status();
      if (!all.some((projection) => projection.name === name)) return NO_SUCH_PROJECTION;
      const latest = latestWork(name, await projections.rebuilds(REBUILDS_KEPT_IN_SIGHT));
      const running = latest?.ended_at === null;
      if (!running || !(await projections.abortRebuild())) return NOT_REBUILDING;
      return { status: 202, body: { rebuild: presentRebuild(latest) } };
    },
  });
}
