import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { payouts } from "../../../../modules/payout/payout.js";
import { payoutById } from "../../../../../projections/payouts.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, text } from "../../shapes/fields.js";
import { payoutSchema, presentPayout } from "../../shapes/payout.js";

/** Partner Payouts, Mark Payout as Failed: its earnings are free for another one (payout.08). */
export const adminFailPayout = route({
  method: "POST",
  path: "/admin/payouts/:id/fail",
  summary: "Record that a payout failed",
  tag: "Admin: Partner Payouts",
  may: realm("admin", "super_admin", "finance"),
  limit: "admin",
  params: idParams,
  body: z.object({ failure_reason: text(1_000) }),
  example: { failure_reason: "Invalid bank account" },
  replies: {
    200: documentedData("Failed.", z.object({ payout: payoutSchema, status: z.literal("failed") })),
  },
  async handle({ params, body }, app) {
    if ((await payoutById(app.reads, MARKETPLACE, params.id)) === undefined) {
      return notFound("Payout");
    }
    const done = await app.execute(payouts, params.id, {
      type: "FailPayout",
      reason: body.failure_reason,
    });
    if (isRejection(done)) return done;
    await app.settled();
    const row = await payoutById(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound("Payout");
    return data({ payout: presentPayout(row), status: "failed" });
  },
});
