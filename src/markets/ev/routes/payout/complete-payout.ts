import { z } from "zod";
import { isRejection } from "../../../../kernel/rejection.js";
import { route } from "../../../../kernel/route.js";
import { payouts } from "../../../../modules/payout/payout.js";
import { captureForPayout } from "../../../../modules/wallet/payout-leaving.js";
import { wallets } from "../../../../modules/wallet/wallet.js";
import { NOT_COMPLETABLE } from "../../payouts/refusals.js";
import { takeStep } from "../../payouts/take-step.js";
import { visiblePayout } from "../../payouts/visible-payout.js";
import { PAYING_BANK } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ADMINS } from "../../roles.js";
import { idParams, text } from "../../shapes/fields.js";
import { payoutSchema } from "../../shapes/payout.js";

/** Payout APIs, 39. Complete Payout: "Mark payout as completed after bank transfer". */
export const completePayout = route({
  method: "POST",
  path: "/api/payout/:id/complete/",
  summary: "Record that a payout was transferred",
  tag: "Payouts",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  params: idParams,
  body: z.object({ transaction_id: text(100) }),
  example: { transaction_id: "BANK123456789" },
  replies: { 200: { description: "The completed payout.", schema: payoutSchema } },
  async handle({ params, body }, app) {
    const row = await visiblePayout(app, params.id);
    if (row === undefined) return notFound();
    const payout = await app.load(payouts, row.id);
    // Whoever is fast must not complete what has not left the wallet yet.
    if (payout?.status === "processing") {
      const left = await app.execute(wallets, row.payee_id, captureForPayout(payout));
      if (isRejection(left)) return left;
    }
    const { transaction_id: bankTransactionId } = body;
    const step = { type: "CompletePayout", bank: PAYING_BANK, bankTransactionId } as const;
    return takeStep(app, { id: row.id, number: params.id }, step, NOT_COMPLETABLE);
  },
});
