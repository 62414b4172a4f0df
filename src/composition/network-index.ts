import type { Network } from "../modules/network/network.js";
import { ReferralTree } from "../modules/network/referral-tree.js";
import { networkFactsAfter, type NetworkFact } from "../../projections/network/queries.js";

const PAGE = 20_000;

/**
 * The referral network in memory, one a process: the API counts in it, the processes look for
 * free positions and pairs in it.
 *
 * It follows the read model, not the log: its rows have the log's positions, so what is new is one
 * indexed query at the time of a question, and a start reads members alone, not the whole log of
 * all markets. A question sees what its asker wrote, as every other read does.
 */
export function networkIndex(): Network {
  const tree = new ReferralTree();
  let seen = 0;
  let last: Promise<void> = Promise.resolve();

  /** Two questions at a time may both have read a fact; it is told to the tree once. */
  function take(facts: readonly NetworkFact[]): void {
    for (const { position, fact, member_id: memberId, parent_id: parentId, side } of facts) {
      if (position <= seen) continue;
      if (fact === "placed") tree.placed({ memberId, parentId, side });
      else tree.activated(memberId);
      seen = position;
    }
  }

  return {
    async current(reads) {
      for (;;) {
        const facts = await networkFactsAfter(reads, seen, PAGE);
        take(facts);
        if (facts.length < PAGE) return tree;
      }
    },
    inTurn(work) {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
