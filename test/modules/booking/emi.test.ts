import test from "ava";
import { emiOf } from "../../../src/modules/booking/emi.js";

const NOTHING = { amount: null, count: null, startsOn: null };

test("the number of instalments follows from their amount, the last one smaller", (t) => {
  t.deepEqual(emiOf(1_000_00, { ...NOTHING, amount: 300_00 }), {
    amount: 300_00,
    count: 4,
    startsOn: null,
  });
});

test("their amount follows from their number, rounded up so that it is enough", (t) => {
  t.deepEqual(emiOf(1_000_00, { ...NOTHING, count: 3, startsOn: "2026-02-01" }), {
    amount: 333_34,
    count: 3,
    startsOn: "2026-02-01",
  });
});

test("what was told of both stays as it was told", (t) => {
  const told = { amount: 100_00, count: 3, startsOn: null };
  t.deepEqual(emiOf(1_000_00, told), told);
});

test("without either there is nothing to agree on, whatever the start", (t) => {
  t.is(emiOf(1_000_00, { ...NOTHING, startsOn: "2026-02-01" }), null);
});
