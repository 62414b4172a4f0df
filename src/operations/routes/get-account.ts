import { z } from "zod";
import { givenName } from "../../kernel/given-id.js";
import { sum, toMajorText } from "../../kernel/money.js";
import { reject } from "../../kernel/rejection.js";
import { ok, route } from "../../kernel/route.js";
import {
  accountDetail,
  type AccountBalance,
  type AccountShare,
} from "../../../projections/journal/queries/accounts.js";
import { accountSchema, amount, presentAccount } from "../shapes/ledger.js";
import { READERS } from "../staff.js";

const shareSchema = z.object({
  marketplace: z.string(),
  currency: z.string(),
  debits: amount,
  credits: amount,
  balance: amount,
  open_since: z.iso.datetime().nullable(),
});

export const getAccount = route({
  method: "GET",
  path: "/ledger/accounts/:address",
  summary: "One account: its balance in each currency and marketplace",
  tag: "Ledger",
  may: READERS,
  limit: "staff",
  params: z.object({ address: givenName(z.string().min(1).max(255)) }),
  replies: {
    200: {
      description: "The account.",
      schema: z.object({
        address: z.string(),
        balances: z.array(accountSchema),
        marketplaces: z.array(shareSchema),
        entries: z.int(),
        first_entry_at: z.iso.datetime().nullable(),
        last_entry_at: z.iso.datetime().nullable(),
      }),
    },
  },
  async handle({ params: { address } }, app) {
    const detail = await accountDetail(app.reads, address);
    if (detail === undefined) {
      return reject("not_found", "account_unknown", "Nothing was ever posted to this account.");
    }
    return ok({
      address,
      balances: byCurrency(detail.shares).map(presentAccount),
      marketplaces: detail.shares.map(presentShare),
      entries: detail.entries,
      first_entry_at: detail.first_at,
      last_entry_at: detail.last_at,
    });
  },
});

function byCurrency(shares: readonly AccountShare[]): AccountBalance[] {
  const currencies = [...new Set(shares.map(({ currency }) => currency))];
  return currencies.flatMap((currency) => {
    const of = shares.filter((share) => share.currency === currency);
    return of.slice(0, 1).map((first) => ({
      ...first,
      debits: sum(of.map(({ debits }) => debits)),
      credits: sum(of.map(({ credits }) => credits)),
      balance: sum(of.map(({ balance }) => balance)),
    }));
  });
}

function presentShare(share: AccountShare) {
  return {
    marketplace: share.marketplace,
    currency: share.currency,
    debits: toMajorText(share.debits),
    credits: toMajorText(share.credits),
    balance: toMajorText(share.balance),
    open_since: share.open_since,
  };
}
