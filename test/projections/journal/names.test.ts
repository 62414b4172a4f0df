import { equal, match } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import {
  beancountAccount,
  beancountLink,
} from "../../../projections/journal/exports/beancount-names.js";
import {
  hledgerAccount,
  hledgerTagValue,
} from "../../../projections/journal/exports/hledger-names.js";

const root = fc.constantFrom("asset", "liability", "revenue", "expense");
const tricky = fc.constantFrom("_", "x", "X", "-", "%", " ", "  ", ";", "a", "A", "é", "💰", "0");
const part = fc
  .oneof(
    fc.array(tricky, { maxLength: 5 }).map((letters) => letters.join("")),
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.uuid(),
  )
  .map((text) => text.replaceAll(":", ""));
const address = fc
  .tuple(root, fc.array(part, { minLength: 1, maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest].join(":"));

test("account names read well in either tool", (t) => {
  const names = {
    "asset:gateway:razorpay:clearing": "Assets:Gateway:Razorpay:Clearing",
    "liability:tax:gst_output": "Liabilities:Tax:GstOutput",
    "liability:payout:bank_transfer:in_transit": "Liabilities:Payout:BankTransfer:InTransit",
    "liability:booking:7c1f0a52-7a0e-4a55:escrow": "Liabilities:Booking:7c1f0a52-7a0e-4a55:Escrow",
    "asset:bank:HDFC Current": "Assets:Bank:X48X44X46X43X20X43urrent",
  };
  for (const [address, name] of Object.entries(names)) t.is(beancountAccount(address), name);
  t.is(hledgerAccount("liability:tax:gst_output"), "liability:tax:gst_output");
  t.is(hledgerAccount("asset:bank:HDFC  ;Current"), "asset:bank:HDFC%20%20%3bCurrent");
  t.is(hledgerTagValue("a, b"), "a%2c%20b");
  t.is(beancountLink("razorpay:pay_N.1"), "^razorpay/pay_N.2e1");
});

test("any address becomes a name that the tool takes", (t) => {
  const law = fc.property(address, (of) => {
    match(hledgerAccount(of), /^[A-Za-z0-9:_.%-]+$/);
    match(beancountAccount(of), /^(Assets|Liabilities|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)+$/);
    match(beancountLink(`booking:${of}`), /^\^[A-Za-z0-9_/.-]+$/);
  });
  t.notThrows(() => fc.assert(law, { numRuns: 1_000 }));
});

test("no two addresses get one name", (t) => {
  const law = fc.property(address, address, (one, other) => {
    equal(hledgerAccount(one) === hledgerAccount(other), one === other);
    equal(beancountAccount(one) === beancountAccount(other), one === other);
    equal(hledgerTagValue(one) === hledgerTagValue(other), one === other);
  });
  t.notThrows(() => fc.assert(law, { numRuns: 5_000 }));
});
