import { z } from "zod";
import { ok, route, type Route } from "../../kernel/route.js";
import type { OperationsPorts } from "../ports.js";
import {
  presentProjection,
  projectionDetailSchema,
  REBUILDS_KEPT_IN_SIGHT,
} from "../shapes/projections.js";
import { READERS } from "../staff.js";

export function listProjections({ projections }: OperationsPorts): Route {
  return route({
    method: "GET",
    path: "/projections",
    summary: "Every read model: version, lag, what stopped it, its latest rebuild",
    tag: "Projections",
    may: READERS,
    limit: "staff",
    replies: {
      200: {
        description: "All of them, by name.",
        schema: z.object({ projections: z.array(projectionDetailSchema) }),
      },
    },
    async handle() {
      const [all, rebuilds] = await Promise.all([
        projections.status(),
        projections.rebuilds(REBUILDS_KEPT_IN_SIGHT),
      ]);
      const byName = [...all].sort((one, other) => (one.name < other.name ? -1 : 1));
      return ok({ projections: byName.map((status) => presentProjection(status, rebuilds)) });
    },
  });
}
