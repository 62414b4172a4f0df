import test from "ava";
import { emiOfPayout } from "../../../src/modules/payout/emi-of-payout.js";
import { certificateNumber, financialYear } from "../../../src/modules/payout/financial-year.js";
import { withholding } from "../../../src/modules/payout/tax-of-payout.js";

const POLICY = { percent: 5, most: 1_000_000 };

/** The document's worked numbers, in paise: requested, withheld, left. */
const WORKED: readonly (readonly [number, number, number])[] = [
  [40_000, 2_000, 38_000],
  [123_456, 6_173, 117_283],
  [200_000, 10_000, 190_000],
  [1_000_000, 50_000, 950_000],
  [10_000_000, 500_000, 9_500_000],
  [19_999_999, 1_000_000, 18_999_999],
  [20_000_000, 1_000_000, 19_000_000],
  [20_000_001, 1_000_000, 19_000_001],
  [30_000_000, 1_000_000, 29_000_000],
];

for (const [gross, tds, net] of WORKED) {
  test(`of ${gross / 100} rupees ${tds / 100} are withheld and ${net / 100} are left`, (t) => {
    t.deepEqual(withholding(gross, POLICY), { tds, net });
  });
}

test("half a paisa of tax rounds up", (t) => {
  t.deepEqual(withholding(10, POLICY), { tds: 1, net: 9 });
  t.deepEqual(withholding(9, POLICY), { tds: 0, net: 9 });
});

test("a financial year runs from April to March in UTC", (t) => {
  t.is(financialYear("2025-03-31T23:59:59.999Z"), "2024-25");
  t.is(financialYear("2025-04-01T00:00:00.000Z"), "2025-26");
  t.is(financialYear("2026-03-31T23:59:59.999Z"), "2025-26");
  t.is(financialYear("2099-12-31T12:00:00.000Z"), "2099-00");
});

test("a certificate names its year and its place in it", (t) => {
  t.is(certificateNumber("2025-26", 1), "TDS202526001");
  t.is(certificateNumber("2025-26", 1_234), "TDS2025261234");
});

test("a payout pays the next instalment, as far as it is owed and there is money", (t) => {
  t.is(emiOfPayout(950_000, { amount: 200_000, remaining: 4_000_000 }), 200_000);
  t.is(emiOfPayout(950_000, { amount: 200_000, remaining: 150_000 }), 150_000);
  t.is(emiOfPayout(100_000, { amount: 200_000, remaining: 150_000 }), 100_000);
  t.is(emiOfPayout(950_000, undefined), 0);
});
