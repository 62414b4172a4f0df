import { z } from "zod";
import { toMajorText } from "../../kernel/money.js";
import { ok, route } from "../../kernel/route.js";
import { totals, trialBalance } from "../../../projections/journal/queries/trial-balance.js";
import { asOf } from "../shapes/instants.js";
import { accountClass, amount } from "../shapes/ledger.js";
import { READERS } from "../staff.js";

export const getTrialBalance = route({
  method: "GET",
  path: "/ledger/trial-balance",
  summary: "The balance of every account, now or at a moment of business time",
  tag: "Ledger",
  may: READERS,
  limit: "staff",
  query: z.object({ as_of: asOf.optional(), marketplace: z.string().max(64).optional() }),
  replies: {
    200: {
      description: "Accounts that balance to nothing are left out; debits equal credits.",
      schema: z.object({
        as_of: z.iso.datetime().nullable(),
        position: z.int().describe("The last entry that is in it, by its place in the log"),
        marketplace: z.string().nullable(),
        balanced: z.boolean(),
        totals: z.array(
          z.object({ currency: z.string(), debit: amount, credit: amount, difference: amount }),
        ),
        accounts: z.array(
          z.object({
            address: z.string(),
            class: accountClass,
            currency: z.string(),
            debit: amount,
            credit: amount,
          }),
        ),
      }),
    },
  },
  async handle({ query }, app) {
    const { as_of, marketplace } = query;
    const { position, lines } = await trialBalance(app.reads, { asOf: as_of, marketplace });
    const sums = totals(lines);
    return ok({
      as_of: as_of ?? null,
      position,
      marketplace: marketplace ?? null,
      balanced: sums.every(({ debit, credit }) => debit === credit),
      totals: sums.map(({ currency, debit, credit }) => ({
        currency,
        debit: toMajorText(debit),
        credit: toMajorText(credit),
        difference: toMajorText(debit - credit),
      })),
      accounts: lines.map((line) => ({
        ...line,
        debit: toMajorText(line.debit),
        credit: toMajorText(line.credit),
      })),
    });
  },
});
