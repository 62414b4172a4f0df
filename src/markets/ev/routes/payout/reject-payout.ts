import { z } from "zod";
import { route } from "../../../../kernel/route.js";
import { NOT_ENDABLE } from "../../payouts/refusals.js";
import { takeStep } from "../../payouts/take-step.js";
import { visiblePayout } from "../../payouts/visible-payout.js";
import { notFound } from "../../refusals.js";
import { ADMINS } from "../../roles.js";
import { idParams, text } from "../../shapes/fields.js";
import { payoutSchema } from "../../shapes/payout.js";

/**
 * An extension: the document has the status `rejected` and no endpoint that leads to it. Once
 * processing, the money comes back to the wallet as REFUND, and the tax out of its record.
 */
export const rejectPayout = route({
  method: "POST",
  path: "/api/payout/:id/reject/",
  summary: "Reject a payout that is pending or processing",
  tag: "Extension: Payouts",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  params: idParams,
  body: z.object({ reason: text(500) }),
  example: { reason: "Bank details do not match" },
  replies: { 200: { description: "The rejected payout.", schema: payoutSchema } },
  async handle({ params, body }, app) {
    const row = await visiblePayout(app, params.id);
    if (row === undefined) return notFound();
    const payout = { id: row.id, number: params.id };
    return takeStep(app, payout, { type: "RejectPayout", reason: body.reason }, NOT_ENDABLE);
  },
});
