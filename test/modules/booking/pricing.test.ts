import test from "ava";
import fc from "fast-check";
import { percentOf, toMajorText } from "../../../src/kernel/money.js";
import {
  discountBaseOf,
  price,
  sumLines,
  type PriceableLine,
} from "../../../src/modules/booking/pricing.js";
import { MINUTESERV_PRICING as policy, pricings } from "./pricings.js";

function line(quantity: number, marketPrice: number | null = 120_000): PriceableLine {
  return { unitPrice: 100_000, marketPrice, quantity };
}

/** The document's SAVE10: 10 %, at most 500.00. */
function save10(lines: readonly PriceableLine[]): number {
  const base = discountBaseOf(sumLines(lines, policy), policy);
  return Math.min(percentOf(base, 10), 50_000);
}

function printed(lines: readonly PriceableLine[], discount: number): string {
  const { subtotal, savings, tax, total, ...rest } = price(lines, discount, policy);
  return [subtotal, savings, rest.discount, tax, total].map(toMajorText).join(" ");
}

const cases: readonly (readonly [string, readonly PriceableLine[], boolean, string])[] = [
  ["the printed order", [line(2)], true, "2000.00 400.00 160.00 331.20 1771.20"],
  ["two lines of one each", [line(1), line(1)], true, "2000.00 400.00 160.00 331.20 1771.20"],
  ["no promotion", [line(2)], false, "2000.00 400.00 0.00 360.00 1960.00"],
  ["no market price", [line(1, null)], false, "1000.00 0.00 0.00 180.00 1180.00"],
  ["an equal market price", [line(1, 100_000)], false, "1000.00 0.00 0.00 180.00 1180.00"],
  ["a lower market price", [line(1, 90_000)], false, "1000.00 0.00 0.00 180.00 1180.00"],
  ["one with SAVE10", [line(1)], true, "1000.00 200.00 80.00 165.60 885.60"],
  ["SAVE10 on no savings", [line(1, null)], true, "1000.00 0.00 100.00 162.00 1062.00"],
  ["SAVE10 at its cap", [line(10, null)], true, "10000.00 0.00 500.00 1710.00 11210.00"],
  ["savings above the price", [line(1, 250_000)], false, "1000.00 1000.00 0.00 180.00 180.00"],
];

for (const [name, lines, withCode, expected] of cases) {
  test(`${name}: ${expected}`, (t) => {
    t.is(printed(lines, withCode ? save10(lines) : 0), expected);
  });
}

test("tax is rounded half-up to the paisa", (t) => {
  const odd = [{ unitPrice: 25, marketPrice: null, quantity: 1 }];
  t.is(price(odd, 0, policy).tax, 5);
  t.is(price([{ unitPrice: 24, marketPrice: null, quantity: 1 }], 0, policy).tax, 4);
});

test("the other knobs: plain prices, percentages of the subtotal, tax on what is charged", (t) => {
  const plain = { ...policy, deductsSavings: false };
  t.is(price([line(1)], 0, plain).total, 118_000);
  const sums = sumLines([line(1)], policy);
  t.is(discountBaseOf(sums, { ...policy, discountBase: "subtotal" }), 100_000);
  const charged = { ...policy, taxBase: "subtotal - savings - discount" } as const;
  t.is(price([line(1)], 8_000, charged).tax, 12_960);
});

test("a discount beyond the order is a bug", (t) => {
  t.throws(() => price([line(1)], 80_001, policy), { message: /is no discount/ });
  t.throws(() => price([line(1)], -1, policy), { message: /is no discount/ });
});

test("a total is never negative, never less than its tax, and the sum of its parts", (t) => {
  fc.assert(
    fc.property(pricings(), ({ subtotal, savings, discount, tax, total }) => {
      return total === subtotal - savings - discount + tax && tax >= 0 && total >= tax;
    }),
  );
  t.pass();
});
