import test from "ava";
import fc from "fast-check";
import { ReferralTree } from "../../../src/modules/network/referral-tree.js";
import type { Side } from "../../../src/modules/network/tree/shape.js";
import { NaiveNetwork } from "./naive-network.js";

/** How the next member finds a place: under whom, and whether breadth-first or at the bottom. */
type Form = "breadth" | "chain" | "zigzag" | "anywhere";

interface Step {
  readonly form: Form;
  /** Picks the sponsor, or whom to activate. */
  readonly pick: number;
  readonly does: "join" | "activate" | "found";
}

const step: fc.Arbitrary<Step> = fc.record({
  form: fc.constantFrom<Form>("breadth", "chain", "zigzag", "anywhere"),
  pick: fc.nat(),
  does: fc.constantFrom("join", "join", "join", "activate", "activate", "found"),
});

/** Both networks after the same steps; a part of the facts is told of members not yet placed. */
function grown(steps: readonly Step[]) {
  const tree = new ReferralTree();
  const naive = new NaiveNetwork();
  let last = "m0";
  const join = (id: string, parentId: string | null, side: Side | null): void => {
    tree.placed({ memberId: id, parentId, side });
    naive.add(id, parentId, side);
    last = id;
  };
  join(last, null, null);
  steps.forEach(({ form, pick, does }, index) => {
    const members = [...naive.nodes.keys()];
    const picked = members[pick % members.length] ?? last;
    if (does === "found") return join(`m${index + 1}`, null, null);
    if (does === "activate") {
      if (naive.eligible.includes(picked)) return;
      tree.activated(picked);
      naive.eligible.push(picked);
      return;
    }
    const chained = form === "chain" || form === "zigzag";
    const free = tree.firstFree(
      { breadth: "m0", chain: last, zigzag: last, anywhere: picked }[form],
    );
    const side: Side = form === "zigzag" && index % 2 === 0 ? "right" : "left";
    if (chained) return join(`m${index + 1}`, last, side);
    return join(`m${index + 1}`, free.parentId, free.side);
  });
  return { tree, naive };
}

const seed = { numRuns: 60 };

test("a network of any form answers as the simple one does", (t) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const { tree, naive } = grown(steps);
      for (const id of naive.nodes.keys()) {
        t.deepEqual(tree.legs(id), naive.legs(id));
        t.deepEqual(tree.firstFree(id), naive.firstFree(id));
        for (const side of ["left", "right"] as const) {
          let taken: string | null = null;
          for (const expected of naive.eligible.filter((one) =>
            naive.leg(id, side).includes(one),
          )) {
            const next = tree.nextEligible(id, side, taken);
            t.is(next, expected);
            t.is(next, naive.nextEligible(id, side, taken));
            taken = next ?? null;
          }
          t.is(tree.nextEligible(id, side, taken), undefined);
        }
      }
    }),
    seed,
  );
  t.pass();
});

const FORMS: readonly Form[] = ["breadth", "chain", "zigzag", "anywhere"];

for (const form of FORMS) {
  test(`beyond several numberings, grown as ${form}`, (t) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1_000_000)), (picks) => {
        const steps = [...picks.take(3_300)].map((pick, index): Step => {
          const does = index % 3 === 2 ? "activate" : "join";
          return { form, pick, does };
        });
        const { tree, naive } = grown(steps);
        const ids = [...naive.nodes.keys()];
        const sample = [0, 1, 2, 900, 1_001, 1_500, ids.length - 2].map((at) => ids[at] ?? "m0");
        for (const id of sample) {
          t.deepEqual(tree.legs(id), naive.legs(id));
          t.deepEqual(tree.firstFree(id), naive.firstFree(id));
          const last = naive.leg(id, "left").find((one) => naive.eligible.includes(one)) ?? null;
          t.is(tree.nextEligible(id, "left", last), naive.nextEligible(id, "left", last));
          t.is(tree.nextEligible(id, "right", null), naive.nextEligible(id, "right", null));
        }
      }),
      { numRuns: 3 },
    );
    t.pass();
  });
}

test("a fact of a member who has no place yet counts once the place is told", (t) => {
  const tree = new ReferralTree();
  tree.placed({ memberId: "top", parentId: null, side: null });
  tree.activated("late");
  tree.placed({ memberId: "early", parentId: "top", side: "left" });
  tree.activated("early");
  t.deepEqual(tree.legs("top").left, { members: 1, active: 1 });
  // Seen by whoever placed it, before the log has told it.
  tree.place({ memberId: "late", parentId: "early", side: "left" });
  t.deepEqual(tree.legs("top").left, { members: 2, active: 1 });
  tree.placed({ memberId: "late", parentId: "early", side: "left" });
  t.deepEqual(tree.legs("top").left, { members: 2, active: 2 });
  t.is(tree.nextEligible("top", "left", "early"), "late");
});
