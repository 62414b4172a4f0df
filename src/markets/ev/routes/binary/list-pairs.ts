import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { pairsOf } from "../../../../../projections/pairs.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { ANY_MEMBER } from "../../roles.js";
import { pairSchema, presentPair } from "../../shapes/binary.js";
import { optionalNumber } from "../../shapes/fields.js";

/** Binary APIs, 34. List Binary Pairs: the caller's own, the latest first. */
export const listPairs = route({
  method: "GET",
  path: "/api/binary/pairs/",
  summary: "Your pairs, the latest first",
  tag: "Binary",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object({
    ...pagingQuery,
    pair_month: optionalNumber(1, 12),
    pair_year: optionalNumber(1, 9_999),
  }),
  replies: {
    200: {
      description: "A page of pairs.",
      schema: pageOf(pairSchema),
    },
  },
  async handle(input, app) {
    const { pair_month: month, pair_year: year } = input.query;
    const found = await pairsOf(app.reads, callerId(app), { month, year }, slice(input.query));
    return paged(input, found, presentPair);
  },
});
