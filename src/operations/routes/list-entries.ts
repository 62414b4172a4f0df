import { z } from "zod";
import { givenName } from "../../kernel/given-id.js";
import { ok, route } from "../../kernel/route.js";
import { journalEntries } from "../../../projections/journal/queries/entries.js";
import { cursor, limit, nextCursor, paged } from "../shapes/cursor.js";
import { BACKWARD, from, isForward, until } from "../shapes/instants.js";
import { entrySchema, presentEntry } from "../shapes/ledger.js";
import { READERS } from "../staff.js";

export const listEntries = route({
  method: "GET",
  path: "/ledger/entries",
  summary: "Journal entries by account, reference and time",
  tag: "Ledger",
  may: READERS,
  limit: "staff",
  query: z
    .object({
      account: givenName(z.string().min(1).max(255)).optional(),
      reference: givenName(z.string().min(1).max(255))
        .optional()
        .describe("booking:<id>, payment:<id>, payout:<id> …, or a bare id, a gateway's included"),
      marketplace: z.string().max(64).optional(),
      from: from.optional(),
      to: until.optional(),
      order: z.enum(["asc", "desc"]).default("asc").describe("In the order of the log, or against"),
      cursor: cursor(z.tuple([z.int()])),
      limit: limit(200, 50),
    })
    .refine(isForward, BACKWARD),
  replies: {
    200: {
      description: "A page of entries.",
      schema: z.object({ entries: z.array(entrySchema), next_cursor: nextCursor }),
    },
  },
  async handle({ query }, app) {
    const rows = await journalEntries(
      app.reads,
      { ...query, until: query.to },
      { after: query.cursor?.[0], newestFirst: query.order === "desc", limit: query.limit + 1 },
    );
    const { page, next } = paged(rows, query.limit, ({ position }) => [position]);
    return ok({ entries: page.map(presentEntry), next_cursor: next });
  },
});
