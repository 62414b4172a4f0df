import test from "ava";
import { ReferralTree } from "../../../src/modules/network/referral-tree.js";

/** The path from the sponsor, left and right members of the sponsor, pairs they can make. */
const TABLE: ReadonlyArray<readonly [path: string, left: number, right: number, pairs: number]> = [
  ["L", 1, 0, 0],
  ["R", 1, 1, 1],
  ["LL", 2, 1, 1],
  ["LR", 3, 1, 1],
  ["RL", 3, 2, 2],
  ["RR", 3, 3, 3],
  ["LLL", 4, 3, 3],
  ["LLR", 5, 3, 3],
  ["LRL", 6, 3, 3],
  ["LRR", 7, 3, 3],
  ["RLL", 7, 4, 4],
  ["RLR", 7, 5, 5],
  ["RRL", 7, 6, 6],
  ["RRR", 7, 7, 7],
  ["LLLL", 8, 7, 7],
  ["LLLR", 9, 7, 7],
  ["LLRL", 10, 7, 7],
  ["LLRR", 11, 7, 7],
  ["LRLL", 12, 7, 7],
  ["LRLR", 13, 7, 7],
  ["LRRL", 14, 7, 7],
  ["LRRR", 15, 7, 7],
  ["RLLL", 15, 8, 8],
  ["RLLR", 15, 9, 9],
  ["RLRL", 15, 10, 10],
  ["RLRR", 15, 11, 11],
];

test("members under one sponsor spill over level by level, from left to right (EV-R130)", (t) => {
  const tree = new ReferralTree();
  const paths = new Map([["sponsor", ""]]);
  tree.placed({ memberId: "sponsor", parentId: null, side: null });
  const found = TABLE.map((_, index) => {
    const memberId = `member ${index + 1}`;
    const { parentId, side, level } = tree.firstFree("sponsor");
    const path = `${paths.get(parentId)}${side === "left" ? "L" : "R"}`;
    t.is(level, path.length);
    tree.placed({ memberId, parentId, side });
    tree.activated(memberId);
    paths.set(memberId, path);
    const { left, right } = tree.legs("sponsor");
    return [path, left.members, right.members, Math.min(left.active, right.active)];
  });
  t.deepEqual(
    found,
    TABLE.map((row) => [...row]),
  );
});

test("eight members give the document's example of five and three (EV-R131)", (t) => {
  const [, left, right] = TABLE[7] ?? [];
  t.deepEqual([left, right], [5, 3]);
});
