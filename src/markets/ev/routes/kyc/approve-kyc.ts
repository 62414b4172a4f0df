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
import { idParams } from "../../shapes/fields.js";

/** KYC APIs, 19. Approve KYC. */
export const approveKyc = route({
  method: "POST",
  path: "/api/users/kyc/:id/approve/",
  summary: "Approve a KYC submission",
  tag: "KYC",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  params: idParams,
  replies: {
    200: {
      description: "Approved.",
      schema: z.object({ status: z.literal("approved") }),
    },
  },
  async handle({ params }, app) {
    const row = await kycByNumber(app.reads, MARKETPLACE, sightOf(app), params.id);
    if (row === undefined) return notFound();
    const command = { type: "ApproveKyc", ...(await reviewer(app)) } as const;
    const done = await app.execute(kycs, row.account_id, command);
    return isRejection(done) ? done : ok({ status: "approved" });
  },
});
