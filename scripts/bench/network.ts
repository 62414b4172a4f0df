import { ReferralTree } from "../../src/modules/network/referral-tree.js";
import type { Side } from "../../src/modules/network/tree/shape.js";
import { atLeast, type Measurement, type Result } from "./measurement.js";

const FORMS = ["breadth_first", "random", "chain"] as const;
type Form = (typeof FORMS)[number];

/** Members a second: a placement and an activation each. */
const placing = (form: Form): string => `network.${form}.placements_per_s`;
/** Answers a second to "how many are on each of my sides, and how many of them active?". */
const counting = (form: Form): string => `network.${form}.counts_per_s`;

const QUERIES = 200_000;

/** The same numbers in every run, spread evenly below 1 (a linear congruence of Knuth's). */
function spread(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const member = (index: number): string => `member ${index}`;

/** Where the next member goes: the search for a free position is part of what is measured. */
function position(tree: ReferralTree, form: Form, index: number, random: () => number) {
  if (form === "chain") return { parentId: member(index - 1), side: "left" as Side };
  const sponsor = form === "random" ? Math.floor(random() * index) : 0;
  return tree.firstFree(member(sponsor));
}

function grow(form: Form, count: number): { tree: ReferralTree; perSecond: number } {
  const tree = new ReferralTree();
  const random = spread();
  const began = performance.now();
  tree.placed({ memberId: member(0), parentId: null, side: null });
  for (let index = 1; index < count; index += 1) {
    const { parentId, side } = position(tree, form, index, random);
    tree.placed({ memberId: member(index), parentId, side });
    tree.activated(member(index));
  }
  return { tree, perSecond: perSecond(count, began) };
}

/** Of members all over the tree, so deep ones and high ones. */
function count(tree: ReferralTree, members: number): number {
  const random = spread();
  const began = performance.now();
  let seen = 0;
  for (let query = 0; query < QUERIES; query += 1) {
    seen += tree.legs(member(Math.floor(random() * members))).left.active;
  }
  if (seen === 0) throw new Error("nobody has anybody on their left");
  return perSecond(QUERIES, began);
}

function perSecond(count: number, began: number): number {
  return (count / (performance.now() - began)) * 1_000;
}

/** The referral network alone, in memory: no store takes part. */
export const networking: Measurement = {
  names: FORMS.flatMap((form) => [placing(form), counting(form)]),
  measure({ quick, say }) {
    const members = quick ? 20_000 : 100_000;
    const results: Result[] = [];
    for (const form of FORMS) {
      say(`growing a referral network of ${members} members: ${form.replace("_", " ")}`);
      const { tree, perSecond: placements } = grow(form, members);
      results.push(atLeast(placing(form), placements, "members/s", 10_000));
      results.push(atLeast(counting(form), count(tree, members), "queries/s", 50_000));
    }
    return Promise.resolve(results);
  },
};
