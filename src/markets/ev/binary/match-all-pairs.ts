import { isRejection } from "../../../kernel/rejection.js";
import type { ReadModel } from "../../../kernel/read-model.js";
import type { Network } from "../../../modules/network/network.js";
import { pairCounts } from "../../../../projections/pairs.js";
import { matchPair, type MatchingApp } from "./match-pair.js";

/**
 * What check_pairs does, for every member: at most one pair each (EV-R138).
 *
 * Each pair takes one of each leg, so who has no more active members on a side than pairs is
 * passed over without a look at their stream.
 *
 * @param appOf what one earner's matching takes
 * @returns how many pairs were made
 */
export async function matchAllPairs(
  network: Network,
  reads: ReadModel,
  appOf: (earnerId: string) => MatchingApp,
): Promise<{ readonly matched: number }> {
  const tree = await network.current(reads);
  const made = await pairCounts(reads);
  let matched = 0;
  for (const memberId of tree.members) {
    const { left, right } = tree.legs(memberId);
    if (Math.min(left.active, right.active) <= (made.get(memberId) ?? 0)) continue;
    const pair = await matchPair(memberId, network, appOf(memberId));
    if (isRejection(pair)) throw new Error(pair.message);
    if (pair !== undefined) matched += 1;
  }
  return { matched };
}
