import { z } from "zod";
import { isRejection } from "../../kernel/rejection.js";
import { ok, route, type Route } from "../../kernel/route.js";
import type { OperationsPorts } from "../ports.js";
import { ADMINISTRATORS } from "../staff.js";

export function rollBackProjection({ projections }: OperationsPorts): Route {
  return route({
    method: "POST",
    path: "/projections/:name/rollback",
    summary: "Put the retired tables of a read model back in the place of the live ones",
    tag: "Projections",
    may: ADMINISTRATORS,
    limit: "staff",
    params: z.object({ name: z.string().max(64) }),
    replies: {
      200: {
        description: "What is live now. 409 where nothing is retired.",
        schema: z.object({ name: z.string(), version: z.int(), position: z.int() }),
      },
    },
    async handle({ params: { name } }) {
      const outcome = await projections.rollBack(name);
      return isRejection(outcome) ? outcome : ok({ name, ...outcome });
    },
  });
}
