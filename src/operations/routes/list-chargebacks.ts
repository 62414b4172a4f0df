import { z } from "zod";
import { givenName } from "../../kernel/given-id.js";
import { toMajorText } from "../../kernel/money.js";
import { ok, route } from "../../kernel/route.js";
import { chargebacksOf, type ChargebackRow } from "../../../projections/chargebacks.js";
import { cursor, limit, nextCursor, paged } from "../shapes/cursor.js";
import { BACKWARD, from, isForward, until } from "../shapes/instants.js";
import { amount } from "../shapes/ledger.js";
import { marketplace } from "../shapes/reconciliation.js";
import { READERS } from "../staff.js";

const standing = z.enum(["open", "won", "lost"]);

const chargebackSchema = z.object({
  id: z.string(),
  marketplace: z.string(),
  gateway: z.string(),
  gateway_dispute_id: z.string(),
  gateway_payment_id: z.string(),
  payment_id: z.string(),
  booking_id: z.string(),
  customer_id: z.string(),
  amount,
  fee: amount.describe("What the gateway keeps for its trouble, won or lost"),
  currency: z.string(),
  reason: z.string().nullable(),
  respond_by: z.iso.datetime().nullable().describe("Until when evidence is accepted"),
  standing,
  provider_id: z.string().nullable(),
  from_provider: amount.describe("Of a lost one, what its provider owes"),
  loss: amount.describe("Of a lost one, what the platform bears"),
  opened_at: z.iso.datetime(),
  decided_at: z.iso.datetime().nullable(),
});

function present(row: ChargebackRow): object {
  return {
    ...row,
    amount: toMajorText(row.amount),
    fee: toMajorText(row.fee),
    from_provider: toMajorText(row.from_provider),
    loss: toMajorText(row.loss),
  };
}

/** An extension: no document lists them, and open ones have a date until which to answer. */
export const listChargebacks = route({
  method: "GET",
  path: "/chargebacks",
  summary: "Payments that customers' banks contest or have taken back, the latest first",
  tag: "Extension: Chargebacks",
  may: READERS,
  limit: "staff",
  query: z
    .object({
      marketplace: marketplace.optional(),
      standing: standing.optional(),
      booking_id: givenName(z.string().min(1).max(64)).optional(),
      from: from.optional(),
      to: until.optional(),
      limit: limit(200, 50),
      cursor: cursor(z.tuple([z.iso.datetime(), z.string()])),
    })
    .refine(isForward, BACKWARD),
  replies: {
    200: {
      description: "A page of chargebacks.",
      schema: z.object({ chargebacks: z.array(chargebackSchema), next_cursor: nextCursor }),
    },
  },
  async handle({ query }, app) {
    const { limit: most, cursor: after, to, ...filter } = query;
    const rows = await chargebacksOf(app.reads, { ...filter, until: to }, after, most + 1);
    const { page, next } = paged(rows, most, (row) => [row.opened_at, row.id]);
    return ok({ chargebacks: page.map(present), next_cursor: next });
  },
});
