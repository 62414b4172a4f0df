import test from "ava";
import {
  settlementOfDay,
  settlementTime,
} from "../../../../src/platform/gateways/razorpay/pretend/business-days.js";
import {
  settlementsOf,
  type SettledItem,
} from "../../../../src/platform/gateways/razorpay/settlements.js";

/** As Razorpay prints it (Settlements, Fetch Settlement Recon Details). */
function item(change: Partial<SettledItem>): SettledItem {
  return {
    entity_id: "pay_DEXrnipqTmWVGE",
    type: "payment",
    debit: 0,
    credit: 97_640,
    amount: 100_000,
    currency: "INR",
    tax: 360,
    settled: true,
    settled_at: 1_568_176_960,
    settlement_id: "setl_DGlQ1Rj8os78Ec",
    settlement_utr: "1568176960vxp0rj",
    payment_id: null,
    dispute_id: null,
    ...change,
  };
}

const NO_FEE = { fee: 0, tax: 0 };

test("the fee is what is missing of the amount, its tax apart; debits are below zero", (t) => {
  const refund = { entity_id: "rfnd_DGRcGzZSLyEdg1", type: "refund", payment_id: "pay_D" };
  const lost = { entity_id: "adj_1", type: "adjustment", dispute_id: "disp_1" };
  const back = { credit: 0, tax: 0 };
  const [batch, ...others] = settlementsOf([
    item({ ...refund, ...back, debit: 24_250, amount: 24_250 }),
    item({}),
    item({ ...lost, ...back, debit: 500, amount: 500, payment_id: "pay_L" }),
  ]);
  t.deepEqual(others, []);
  t.like(batch, {
    settlementId: "setl_DGlQ1Rj8os78Ec",
    settledAt: "2019-09-11T04:42:40.000Z",
    utr: "1568176960vxp0rj",
  });
  const payment = "pay_DEXrnipqTmWVGE";
  t.deepEqual(batch?.lines, [
    { kind: "chargeback", gatewayId: "disp_1", gatewayPaymentId: "pay_L", amount: -500, ...NO_FEE },
    {
      kind: "payment",
      gatewayId: payment,
      gatewayPaymentId: payment,
      amount: 100_000,
      fee: 2_000,
      tax: 360,
    },
    {
      kind: "refund",
      gatewayId: "rfnd_DGRcGzZSLyEdg1",
      gatewayPaymentId: "pay_D",
      amount: -24_250,
      ...NO_FEE,
    },
  ]);
});

test("what has not reached the bank is left out, and a line on two pages counts once", (t) => {
  t.deepEqual(settlementsOf([item({ settled: false }), item({ settlement_utr: null })]), []);
  t.is(settlementsOf([item({}), item({})])[0]?.lines.length, 1);
});

test("the pretended gateway settles in the morning of the second business day", (t) => {
  const settled = (at: string) => settlementTime(Date.parse(at), 2);
  t.is(settled("2024-01-17T09:00:00Z"), settlementOfDay("2024-01-19"));
  // A Friday's and a weekend's payments wait until the next week.
  t.is(settled("2024-01-19T09:00:00Z"), settlementOfDay("2024-01-23"));
  t.is(settled("2024-01-20T09:00:00Z"), settlementOfDay("2024-01-23"));
  // In India it is Thursday already.
  t.is(settled("2024-01-17T19:00:00Z"), settlementOfDay("2024-01-22"));
});
