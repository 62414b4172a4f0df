import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { pairsOf } from "../../../../../projections/pairs.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { ANY_MEMBER } from "../../roles.js";
import { earningSchema, presentEarning } from "../../shapes/binary.js";

/** Binary APIs, 35. List Binary Earnings: one a pair of the caller, the latest first. */
export const listEarnings = route({
  method: "GET",
  path: "/api/binary/earnings/",
  summary: "What your pairs have earned, the latest first",
  tag: "Binary",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object(pagingQuery),
  replies: {
    200: {
      description: "A page of earnings.",
      schema: pageOf(earningSchema),
    },
  },
  async handle(input, app) {
    const found = await pairsOf(app.reads, callerId(app), {}, slice(input.query));
    return paged(input, found, presentEarning);
  },
});
