import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { nominees } from "../../../../modules/nominee/nominee.js";
import { nomineeByNumber } from "../../../../../projections/nominees.js";
import { reviewer } from "../../caller-number.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ADMINS } from "../../roles.js";
import { idParams } from "../../shapes/fields.js";

/** Nominee APIs, 24. Approve Nominee KYC. */
export const approveNominee = route({
  method: "POST",
  path: "/api/users/nominee/:id/approve/",
  summary: "Verify a nominee",
  tag: "Nominee",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  params: idParams,
  replies: {
    200: {
      description: "Verified.",
      schema: z.object({ status: z.literal("verified") }),
    },
  },
  async handle({ params }, app) {
    const row = await nomineeByNumber(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound();
    const command = { type: "VerifyNominee", ...(await reviewer(app)) } as const;
    const done = await app.execute(nominees, row.account_id, command);
    return isRejection(done) ? done : ok({ status: "verified" });
  },
});
