import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { walletPayouts } from "../../../../../projections/wallet-payouts.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { PAYOUT_STATUSES } from "../../payouts/vocabulary.js";
import { MARKETPLACE } from "../../policy.js";
import { ANY_MEMBER, isAdmin } from "../../roles.js";
import { oneOf } from "../../shapes/fields.js";
import { payoutSchema, presentPayout } from "../../shapes/payout.js";

/** Payout APIs, 37. List Payouts: your own, an admin's are everybody's (EV-A35). */
export const listPayouts = route({
  method: "GET",
  path: "/api/payout/",
  summary: "Your payouts; an admin sees all",
  tag: "Payouts",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object({ ...pagingQuery, status: oneOf(PAYOUT_STATUSES) }),
  replies: { 200: { description: "A page of payouts.", schema: pageOf(payoutSchema) } },
  async handle(input, app) {
    const payeeId = isAdmin(app) ? undefined : callerId(app);
    const filter = { payeeId, status: input.query.status };
    const found = await walletPayouts(app.reads, MARKETPLACE, filter, slice(input.query));
    return paged(input, found, presentPayout);
  },
});
