import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { walletPayoutByNumber } from "../../../../../projections/wallet-payouts.js";
import { NOT_ENDABLE } from "../../payouts/refusals.js";
import { takeStep } from "../../payouts/take-step.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { idParams } from "../../shapes/fields.js";
import { payoutSchema } from "../../shapes/payout.js";

/** An extension: the owner takes a request back as long as it is pending. */
export const cancelPayout = route({
  method: "POST",
  path: "/api/payout/:id/cancel/",
  summary: "Take back your pending payout request",
  tag: "Extension: Payouts",
  may: ANY_MEMBER,
  limit: "other",
  idempotency: "honoured",
  params: idParams,
  replies: { 200: { description: "The cancelled payout.", schema: payoutSchema } },
  async handle({ params }, app) {
    const row = await walletPayoutByNumber(app.reads, MARKETPLACE, params.id, callerId(app));
    if (row === undefined) return notFound();
    const payout = { id: row.id, number: params.id };
    return takeStep(app, payout, { type: "CancelPayout" }, NOT_ENDABLE);
  },
});
