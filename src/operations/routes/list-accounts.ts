import { z } from "zod";
import { givenName } from "../../kernel/given-id.js";
import { ok, route } from "../../kernel/route.js";
import { accountBalances } from "../../../projections/journal/queries/accounts.js";
import { cursor, limit, nextCursor, paged } from "../shapes/cursor.js";
import { accountClass, accountSchema, presentAccount } from "../shapes/ledger.js";
import { READERS } from "../staff.js";

const place = z.tuple([z.string(), z.string()]);

export const listAccounts = route({
  method: "GET",
  path: "/ledger/accounts",
  summary: "Every account with its balance, by address",
  tag: "Ledger",
  may: READERS,
  limit: "staff",
  query: z.object({
    prefix: givenName(z.string().max(255)).optional(),
    class: accountClass.optional(),
    marketplace: z.string().max(64).optional(),
    open: z.stringbool().default(false).describe("Only accounts whose balance is not zero"),
    cursor: cursor(place),
    limit: limit(500, 100),
  }),
  replies: {
    200: {
      description: "A page of accounts; without a marketplace, the sums over all of them.",
      schema: z.object({ accounts: z.array(accountSchema), next_cursor: nextCursor }),
    },
  },
  async handle({ query }, app) {
    const [address, currency] = query.cursor ?? [];
    const after = address && currency ? { address, currency } : undefined;
    const rows = await accountBalances(app.reads, query, { after, limit: query.limit + 1 });
    const { page, next } = paged(rows, query.limit, (row) => [row.address, row.currency]);
    return ok({ accounts: page.map(presentAccount), next_cursor: next });
  },
});
