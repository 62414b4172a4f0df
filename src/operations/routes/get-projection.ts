import { z } from "zod";
import { ok, route, type Route } from "../../kernel/route.js";
import type { OperationsPorts } from "../ports.js";
import { NO_SUCH_PROJECTION } from "../refusals.js";
import {
  presentProjection,
  projectionDetailSchema,
  REBUILDS_KEPT_IN_SIGHT,
} from "../shapes/projections.js";
import { READERS } from "../staff.js";

export function getProjection({ projections }: OperationsPorts): Route {
  return route({
    method: "GET",
    path: "/projections/:name",
    summary: "One read model; poll it to follow its rebuild",
    tag: "Projections",
    may: READERS,
    limit: "staff",
    params: z.object({ name: z.string().max(64) }),
    replies: { 200: { description: "The projection.", schema: projectionDetailSchema } },
    async handle({ params: { name } }) {
      const [all, rebuilds] = await Promise.all([
        projections.status(),
        projections.rebuilds(REBUILDS_KEPT_IN_SIGHT),
      ]);
      const status = all.find((projection) => projection.name === name);
      return status === undefined ? NO_SUCH_PROJECTION : ok(presentProjection(status, rebuilds));
    },
  });
}
