import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { walletPayouts } from "../../../../../projections/wallet-payouts.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_MEMBER, isAdmin } from "../../roles.js";
import { payoutTransactionSchema, presentPayoutTransaction } from "../../shapes/payout.js";

/** Payout APIs, 40. List Payout Transactions: the payouts whose money has left the wallet. */
export const listPayoutTransactions = route({
  method: "GET",
  path: "/api/payout/transactions/",
  summary: "Your processed payouts as transactions; an admin sees all",
  tag: "Payouts",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object(pagingQuery),
  replies: {
    200: { description: "A page of transactions.", schema: pageOf(payoutTransactionSchema) },
  },
  async handle(input, app) {
    const payeeId = isAdmin(app) ? undefined : callerId(app);
    const filter = { payeeId, sent: true };
    const found = await walletPayouts(app.reads, MARKETPLACE, filter, slice(input.query));
    return paged(input, found, presentPayoutTransaction);
  },
});
