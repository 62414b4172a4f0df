import { z } from "zod";
import { isRejection } from "../../kernel/rejection.js";
import { route, type Route } from "../../kernel/route.js";
import type { OperationsPorts } from "../ports.js";
import { accepted, presentRebuild, rebuildSchema } from "../shapes/projections.js";
import { ADMINISTRATORS } from "../staff.js";

/** The same as `npm run verify` for one projection; it goes on after the answer. */
export function verifyProjection({ projections }: OperationsPorts): Route {
  return route({
    method: "POST",
    path: "/projections/:name/verify",
    summary: "Compare a read model with one built anew from the log; nothing live is changed",
    tag: "Projections",
    may: ADMINISTRATORS,
    limit: "staff",
    params: z.object({ name: z.string().max(64) }),
    replies: {
      202: {
        description:
          "Begun; `status` is the address to poll, and tells what differs. 409 while another one " +
          "or a rebuild runs.",
        schema: z.object({ status: z.string(), verification: rebuildSchema }),
      },
    },
    async handle({ params: { name } }) {
      const begun = await projections.startVerification(name);
      return isRejection(begun) ? begun : accepted(name, { verification: presentRebuild(begun) });
    },
  });
}
