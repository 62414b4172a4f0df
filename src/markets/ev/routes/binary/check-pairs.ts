import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { created, ok, route, type Route } from "../../../../kernel/route.js";
import type { Network } from "../../../../modules/network/network.js";
import { matchPair } from "../../binary/match-pair.js";
import { ANY_MEMBER } from "../../roles.js";
import { matchedPairSchema, presentMatchedPair } from "../../shapes/binary.js";

const NO_PAIRS = { message: "No pairs available" };

/** Binary APIs, 33. Check for Binary Pairs: at most one pair a call (EV-A21). */
export function checkPairs(network: Network): Route {
  return route({
    method: "POST",
    path: "/api/binary/pairs/check_pairs/",
    summary: "Makes a pair of two activated members, one of each of your sides",
    tag: "Binary",
    may: ANY_MEMBER,
    limit: "other",
    idempotency: "honoured",
    replies: {
      201: {
        description: "A pair was made; its earning is in your wallet.",
        schema: matchedPairSchema,
      },
      200: {
        description: "A side has nobody left, or this month's ten pairs are made.",
        schema: z.object({ message: z.string() }),
      },
    },
    async handle(_input, app) {
      const pair = await matchPair(callerId(app), network, app);
      if (pair === undefined) return ok(NO_PAIRS);
      if (isRejection(pair)) return pair;
      await app.settled();
      return created(presentMatchedPair(pair));
    },
  });
}
