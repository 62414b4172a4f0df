import { z } from "zod";
import { givenId } from "../../../../kernel/given-id.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { partnerById } from "../../../../../projections/partners-table.js";
import { payoutById } from "../../../../../projections/payouts.js";
import { openPayout } from "../../../../use-cases/open-payout.js";
import { numberOfToday, PAYOUT_NUMBERS } from "../../day-numbers.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { createdData, documentedData } from "../../shapes/envelope.js";
import { payoutSchema, presentPayout } from "../../shapes/payout.js";
import { PAYOUT_RAILS } from "../../vocabulary.js";

/** Partner Payouts, Create Payout: all that is pending, or the earnings that are named. */
export const adminCreatePayout = route({
  method: "POST",
  path: "/admin/payouts",
  summary: "Set earnings aside for a payout",
  tag: "Admin: Partner Payouts",
  may: realm("admin", "super_admin", "finance"),
  limit: "admin",
  idempotency: "honoured",
  body: z.object({
    partner_id: givenId,
    earnings_ids: z.array(givenId).min(1).max(1_000).nullish(),
    payment_method: z.enum(PAYOUT_RAILS),
  }),
  example: {
    partner_id: "6f1c2a9e-0f6e-4d5c-9f0a-3b1d2c4e5f60",
    earnings_ids: ["1d3e5f70-2b4c-4d6e-8f90-a1b2c3d4e5f6", "2e4f6081-3c5d-4e7f-9012-b2c3d4e5f607"],
    payment_method: "bank_transfer",
  },
  replies: {
    201: documentedData(
      "The payout waits to be processed.",
      z.object({ payout: payoutSchema, payout_number: z.string() }),
    ),
  },
  async handle({ body }, app) {
    const partner = await partnerById(app.reads, MARKETPLACE, body.partner_id);
    if (partner === undefined) return notFound("Partner");
    const payoutId = await openPayout(app, {
      providerId: partner.id,
      number: await numberOfToday(app, PAYOUT_NUMBERS),
      earningIds: body.earnings_ids ?? undefined,
      rail: body.payment_method,
    });
    if (isRejection(payoutId)) return payoutId;
    const row = await payoutById(app.reads, MARKETPLACE, payoutId);
    if (row === undefined) return notFound("Payout");
    return createdData({ payout: presentPayout(row), payout_number: row.number });
  },
});
