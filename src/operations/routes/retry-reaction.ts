import { z } from "zod";
import { reject } from "../../kernel/rejection.js";
import { route, type Route } from "../../kernel/route.js";
import type { OperationsPorts } from "../ports.js";
import { ADMINISTRATORS } from "../staff.js";

const NOT_PARKED = reject("not_found", "reaction_unknown", "There is no such parked reaction.");

export function retryReaction({ reactions }: OperationsPorts): Route {
  return route({
    method: "POST",
    path: "/stuck/reactions/retry",
    summary: "Let a step that was given up be tried again",
    tag: "Stuck",
    may: ADMINISTRATORS,
    limit: "staff",
    body: z.object({ process: z.string().min(1).max(255), key: z.string().min(1).max(1_000) }),
    replies: {
      202: {
        description: "It is tried again within a second.",
        schema: z.object({ process: z.string(), key: z.string() }),
      },
    },
    async handle({ body }) {
      const { process, key } = body;
      if (!(await reactions.retry(process, key))) return NOT_PARKED;
      return { status: 202, body: { process, key } };
    },
  });
}
