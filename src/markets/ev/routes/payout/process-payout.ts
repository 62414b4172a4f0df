import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { payouts } from "../../../../modules/payout/payout.js";
import { captureForPayout } from "../../../../modules/wallet/payout-leaving.js";
import { wallets } from "../../../../modules/wallet/wallet.js";
import { NOT_PROCESSABLE, refusedStep } from "../../payouts/refusals.js";
import { taxRecord } from "../../payouts/tax-record.js";
import { visiblePayout } from "../../payouts/visible-payout.js";
import { notFound } from "../../refusals.js";
import { ADMINS } from "../../roles.js";
import { idParams } from "../../shapes/fields.js";
import { payoutSchema, presentPayout } from "../../shapes/payout.js";

/**
 * Payout APIs, 38. Process Payout: the payout decides who is first, then the wallet is debited by
 * the whole amount. Were this cut short between the two, a process would finish it.
 */
export const processPayout = route({
  method: "POST",
  path: "/api/payout/:id/process/",
  summary: "Take a payout on; its money leaves the wallet",
  tag: "Payouts",
  may: ADMINS,
  limit: "other",
  idempotency: "honoured",
  params: idParams,
  replies: { 200: { description: "The payout, processing.", schema: payoutSchema } },
  async handle({ params }, app) {
    const row = await visiblePayout(app, params.id);
    if (row === undefined) return notFound();
    const tax = row.tds > 0 ? await taxRecord(app, row.payee_id) : null;
    const sent = await app.execute(payouts, row.id, { type: "SendPayout", tax });
    if (isRejection(sent)) return refusedStep(sent, NOT_PROCESSABLE);
    if (sent.state === null) return notFound();
    const left = await app.execute(wallets, row.payee_id, captureForPayout(sent.state));
    if (isRejection(left)) return left;
    const processed = await visiblePayout(app, params.id);
    return processed === undefined ? notFound() : ok(presentPayout(processed));
  },
});
