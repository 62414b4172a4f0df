import { deepEqual, equal } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { match, totalOf } from "../../../src/modules/reconciliation/match.js";

function moved(amount: number, ...keys: string[]) {
  return { amount, keys };
}

const NONE = { oneToOne: 0, oneToMany: 0, manyToOne: 0, manyToMany: 0 };

test("movements agree one to one, by their narrowest key", (t) => {
  const both = [moved(1_000, "pay_a", "pay_a"), moved(-300, "rfnd_a", "pay_a")];
  t.deepEqual(match(both, both, 0), { matched: { ...NONE, oneToOne: 2 }, unmatched: [] });
});

test("one line may stand for several of ours, and several lines for one of ours", (t) => {
  const paidAndBack = [moved(1_000, "pay_a", "pay_a"), moved(-300, "rfnd_a", "pay_a")];
  const net = [moved(700, "adj_x", "pay_a")];
  t.deepEqual(match(net, paidAndBack, 0).matched, { ...NONE, oneToMany: 1 });
  const halves = [moved(500, "pay_b"), moved(500, "pay_b")];
  t.deepEqual(match(halves, [moved(1_000, "pay_b")], 0).matched, { ...NONE, manyToOne: 1 });
  t.deepEqual(match(halves, halves, 0).matched, { ...NONE, manyToMany: 1 });
});

test("sums may differ by the tolerance and not by more", (t) => {
  const one = [moved(1_000, "pay_a")];
  t.is(match(one, [moved(998, "pay_a")], 2).matched.oneToOne, 1);
  const { matched, unmatched } = match(one, [moved(997, "pay_a")], 2);
  t.deepEqual(matched, NONE);
  t.deepEqual(unmatched, [{ key: "pay_a", outside: one, books: [moved(997, "pay_a")] }]);
});

test("what stands on one side alone is left over, whatever it is worth", (t) => {
  const { unmatched } = match([moved(0, "pay_a")], [moved(0, "pay_b")], 100);
  t.deepEqual(
    unmatched.map(({ key }) => key),
    ["pay_a", "pay_b"],
  );
});

const movement = fc
  .record({
    amount: fc.integer({ min: -500, max: 500 }),
    narrow: fc.nat(5),
    wide: fc.nat(2),
  })
  .map(({ amount, narrow, wide }) => moved(amount, `${wide}/${narrow}`, `${wide}`));

test("nothing is lost or counted twice, and what agrees agrees in sum", (t) => {
  const law = fc.property(fc.array(movement), fc.array(movement), (outside, books) => {
    const { unmatched } = match(outside, books, 0);
    const left = {
      outside: unmatched.flatMap((one) => one.outside),
      books: unmatched.flatMap((one) => one.books),
    };
    const gone = (all: typeof outside, rest: typeof outside) => totalOf(all) - totalOf(rest);
    equal(gone(outside, left.outside), gone(books, left.books));
    equal(new Set(left.outside).size, left.outside.length);
    deepEqual(match(outside, outside, 0).unmatched, []);
  });
  t.notThrows(() => fc.assert(law));
});
