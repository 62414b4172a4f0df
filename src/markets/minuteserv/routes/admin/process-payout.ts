import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { payouts } from "../../../../modules/payout/payout.js";
import { payoutById } from "../../../../../projections/payouts.js";
import { MARKETPLACE, PAYING_BANK } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams, text } from "../../shapes/fields.js";
import { payoutSchema, presentPayout } from "../../shapes/payout.js";

/**
 * Partner Payouts, Process Payout: the transfer was made, its earnings are paid. A UPI transfer
 * may name UPI's own reference, for which the document has a column but no field (A60).
 */
export const adminProcessPayout = route({
  method: "POST",
  path: "/admin/payouts/:id/process",
  summary: "Record that a payout was transferred",
  tag: "Admin: Partner Payouts",
  may: realm("admin", "super_admin", "finance"),
  limit: "admin",
  idempotency: "honoured",
  params: idParams,
  body: z.object({
    bank_transaction_id: text(255).nullish(),
    upi_transaction_id: text(255).nullish(),
    notes: text(2_000).nullish(),
  }),
  example: { bank_transaction_id: "TXN123456", notes: "Payment processed via NEFT" },
  replies: {
    200: documentedData(
      "Completed.",
      z.object({ payout: payoutSchema, status: z.literal("completed") }),
    ),
  },
  async handle({ params, body }, app) {
    if ((await payoutById(app.reads, MARKETPLACE, params.id)) === undefined) {
      return notFound("Payout");
    }
    const done = await app.execute(payouts, params.id, {
      type: "CompletePayout",
      bank: PAYING_BANK,
      bankTransactionId: body.bank_transaction_id,
      upiTransactionId: body.upi_transaction_id,
      notes: body.notes,
    });
    if (isRejection(done)) return done;
    await app.settled();
    const row = await payoutById(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound("Payout");
    return data({ payout: presentPayout(row), status: "completed" });
  },
});
