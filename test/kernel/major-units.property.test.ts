import test from "ava";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { fromMajor, toMajor, toMajorText } from "../../src/kernel/money.js";

const amounts = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

test("major units are the exact decimals, as numbers and as text", (t) => {
  fc.assert(
    fc.property(amounts, (amount) => {
      const exact = new Decimal(amount).dividedBy(100);
      t.is(toMajor(amount), exact.toNumber());
      t.is(toMajorText(amount), exact.toFixed(2));
      t.is(fromMajor(toMajorText(amount)), amount);
    }),
  );
});

test("small and negative amounts keep their two decimals", (t) => {
  const texts = [0, 1, 10, 100, -1, -177120].map(toMajorText);
  t.deepEqual(texts.join(" "), "0.00 0.01 0.10 1.00 -0.01 -1771.20");
  t.is(toMajor(177120), 1771.2);
  t.throws(() => toMajor(0.5), { message: /minor units/ });
});
