import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { nominees } from "../../../../modules/nominee/nominee.js";
import { nomineeByNumber } from "../../../../../projections/nominees.js";
import { reviewer } from "../../caller-number.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ADMINS } from "../../roles.js";
import { idParams, optionalText } from "../../shapes/fields.js";

/** Nominee APIs, 24. Reject Nominee KYC: "Admin can supply an optional `reason`". */
export const rejectNominee = route({
  method: "POST",
  path: "/api/users/nominee/:id/reject/",
  summary: "Reject a nominee",
  tag: "Nominee",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  params: idParams,
  body: z.object({ reason: optionalText(1_000) }),
  example: { reason: "ID document is blurred" },
  replies: {
    200: {
      description: "Rejected.",
      schema: z.object({ status: z.literal("rejected") }),
    },
  },
  async handle({ params, body }, app) {
    const row = await nomineeByNumber(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound();
    const reason = body.reason ?? "";
    const command = { type: "RejectNominee", ...(await reviewer(app)), reason } as const;
    const done = await app.execute(nominees, row.account_id, command);
    return isRejection(done) ? done : ok({ status: "rejected" });
  },
});
