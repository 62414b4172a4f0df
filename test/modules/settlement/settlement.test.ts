import test from "ava";
import { settlements, type RecordSettlement } from "../../../src/modules/settlement/settlement.js";
import type { SettlementLine } from "../../../src/modules/settlement/events.js";
import { given } from "../scenario.js";

const payment: SettlementLine = {
  kind: "payment",
  gatewayId: "pay_a",
  gatewayPaymentId: "pay_a",
  paymentId: "ours-a",
  amount: 100_000,
  fee: 2_000,
  tax: 360,
};
const refund: SettlementLine = {
  ...payment,
  kind: "refund",
  gatewayId: "rfnd_a",
  amount: -40_000,
  fee: 0,
  tax: 0,
};

const told: RecordSettlement = {
  type: "RecordSettlement",
  settlementId: "one",
  marketplace: "minuteserv",
  gateway: "razorpay",
  gatewaySettlementId: "setl_1",
  settledAt: "2024-01-22T04:30:00.000Z",
  utr: "UTR1",
  bank: "main",
  currency: "INR",
  transferred: 57_640,
  lines: [payment, refund],
};

const { type: _type, ...data } = told;
const totals = { gross: 60_000, fee: 2_000, tax: 360, net: 57_640 };
const received = { type: "SettlementReceived", data: { ...data, ...totals } } as const;

test("a settlement is its lines, less the fee and its tax", (t) => {
  given(t, settlements).when(told).yields(received);
});

test("more refunds than payments take money from the bank", (t) => {
  const lines = [
    { ...refund, amount: -70_000 },
    { ...payment, amount: 10_000, fee: 0, tax: 0 },
  ];
  const negative = { gross: -60_000, fee: 0, tax: 0, net: -60_000 };
  given(t, settlements)
    .when({ ...told, lines })
    .yields({ type: "SettlementReceived", data: { ...data, lines, ...negative } });
});

test("a settlement is recorded once, and never as something else", (t) => {
  const history = given(t, settlements, received);
  history.when(told).yields();
  history.when({ ...told, lines: [payment] }).refuses("conflict", "settlement_differs");
});
