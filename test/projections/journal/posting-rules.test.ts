import test from "ava";
import { postingRules } from "../../../projections/journal/posting-rules/table.js";
import { bookingCases } from "./booking-postings.js";
import { gatewayCases } from "./gateway-postings.js";
import { memberCases } from "./member-postings.js";
import { partnerCases } from "./partner-postings.js";
import { ledgerLines, posted, sample } from "./posted.js";
import { booking, provider } from "./posting-case.js";

const cases = [...bookingCases, ...gatewayCases, ...memberCases, ...partnerCases];

for (const { title, type, changes, entry } of cases) {
  test(`${type}: ${title}`, (t) => {
    t.deepEqual(ledgerLines(posted(type, sample(type, changes))), entry);
  });
}

test("every posting rule has its entry stated here", (t) => {
  const stated = [...new Set(cases.map(({ type }) => type))];
  t.deepEqual(stated.sort(), Object.keys(postingRules).sort());
});

test("an entry names what it concerns, a gateway's id included", (t) => {
  t.deepEqual(posted("PaymentCaptured", sample("PaymentCaptured"))?.references, [
    `booking:${booking}`,
    "payment:c0a9d3e4-6b1f-4b7a-8a5d-9f2e7c4b1d03",
    "razorpay:pay_NXhm45hIjK6lMn",
  ]);
  t.deepEqual(posted("PayoutCompleted", sample("PayoutCompleted"))?.references, [
    "payout:7c2d9edb-e1c5-4475-b2a9-c180a3e46f78",
    `provider:${provider}`,
    "bank:TXN123456",
  ]);
  t.deepEqual(posted("SettlementReceived", sample("SettlementReceived"))?.references, [
    "razorpay:setl_NZ0hm45hIjK6lM",
    "bank:1705897800a1b2c3",
    "payment:c0a9d3e4-6b1f-4b7a-8a5d-9f2e7c4b1d03",
    "razorpay:pay_NXhm45hIjK6lMn",
    "razorpay:rfnd_NYhm45hIjK6lM",
  ]);
});
