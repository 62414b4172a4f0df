import test from "ava";
import fc from "fast-check";
import { sum } from "../../../src/kernel/money.js";
import { splitOf } from "../../../src/modules/booking/completion.js";
import { reversalOfSplit } from "../../../src/modules/booking/split-reversal.js";
import { pricings } from "./pricings.js";

const splits = fc
  .tuple(pricings(), fc.integer({ min: 0, max: 100 }), fc.boolean())
  .map(([pricing, sharePercent, taxBorneByPlatform]) =>
    splitOf(pricing, 0, { sharePercent, taxBorneByPlatform }),
  );

/** A split and a few refunds that together stay within it. */
const refunded = splits.chain((split) =>
  fc
    .array(fc.integer({ min: 0, max: split.total }), { maxLength: 4 })
    .map((cuts) => cuts.toSorted((a, b) => a - b))
    .map((cuts) => ({ split, parts: cuts.map((cut, index) => cut - (cuts[index - 1] ?? 0)) })),
);

test("the legs of each refund sum to its amount, and several refunds to one", (t) => {
  fc.assert(
    fc.property(refunded, ({ split, parts }) => {
      let already = 0;
      const together = { provider: 0, commission: 0, tax: 0 };
      for (const part of parts) {
        const legs = reversalOfSplit(split, already, part);
        if (sum(Object.values(legs)) !== part) return false;
        if (legs.provider < 0 || legs.tax < 0) return false;
        together.provider += legs.provider;
        together.commission += legs.commission;
        together.tax += legs.tax;
        already += part;
      }
      t.deepEqual(together, reversalOfSplit(split, 0, already));
      return true;
    }),
  );
});

test("all of it reverses every part exactly, a commission below zero included", (t) => {
  fc.assert(
    fc.property(splits, (split) => {
      const { providerShare, commission, tax, total } = split;
      const legs = reversalOfSplit(split, 0, total);
      t.deepEqual(legs, { provider: providerShare, commission, tax });
    }),
  );
});

test("a tax that outgrew the platform's part comes back with its subsidy", (t) => {
  const split = {
    currency: "INR",
    total: 86_000,
    providerShare: 60_200,
    platformShare: 25_800,
    commission: -10_200,
    tax: 36_000,
  } as const;
  t.deepEqual(reversalOfSplit(split, 0, 43_000), {
    provider: 30_100,
    commission: -5_100,
    tax: 18_000,
  });
});
