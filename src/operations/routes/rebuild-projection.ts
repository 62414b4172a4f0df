import { z } from "zod";
import { isRejection } from "../../kernel/rejection.js";
import { route, type Route } from "../../kernel/route.js";
import type { OperationsPorts } from "../ports.js";
import { accepted, presentRebuild, rebuildSchema } from "../shapes/projections.js";
import { ADMINISTRATORS } from "../staff.js";

export function rebuildProjection({ projections }: OperationsPorts): Route {
  return route({
    method: "POST",
    path: "/projections/:name/rebuild",
    summary: "Build a read model anew from the log, beside the live one, and swap it in",
    tag: "Projections",
    may: ADMINISTRATORS,
    limit: "staff",
    params: z.object({ name: z.string().max(64) }),
    replies: {
      202: {
        description: "Begun; `status` is the address to poll. 409 while another rebuild runs.",
        schema: z.object({ status: z.string(), rebuild: rebuildSchema }),
      },
    },
    async handle({ params: { name } }) {
      const begun = await projections.startRebuild(name);
      return isRejection(begun) ? begun : accepted(name, { rebuild: presentRebuild(begun) });
    },
  });
}
