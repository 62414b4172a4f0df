import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { kycs } from "../../../../modules/kyc/kyc.js";
import { kycByNumber } from "../../../../../projections/kyc/queries.js";
import { reviewer } from "../../caller-number.js";
import { sightOf } from "../../papers/sight.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ADMINS } from "../../roles.js";
import { idParams, text } from "../../shapes/fields.js";

/** KYC APIs, 20. Reject KYC: with a reason, which the owner reads. */
export const rejectKyc = route({
  method: "POST",
  path: "/api/users/kyc/:id/reject/",
  summary: "Reject a KYC submission",
  tag: "KYC",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  params: idParams,
  body: z.object({ reason: text(1_000) }),
  example: { reason: "PAN document is not clear" },
  replies: {
    200: {
      description: "Rejected; the owner may submit again.",
      schema: z.object({ status: z.literal("rejected") }),
    },
  },
  async handle({ params, body: { reason } }, app) {
    const row = await kycByNumber(app.reads, MARKETPLACE, sightOf(app), params.id);
    if (row === undefined) return notFound();
    const command = { type: "RejectKyc", ...(await reviewer(app)), reason } as const;
    const done = await app.execute(kycs, row.account_id, command);
    return isRejection(done) ? done : ok({ status: "rejected" });
  },
});
