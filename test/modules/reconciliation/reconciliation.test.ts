import test from "ava";
import type { GatewayPayment } from "../../../src/kernel/gateway.js";
import { compare, type PaymentRecord } from "../../../src/modules/reconciliation/compare.js";
import type { DayReconciled } from "../../../src/modules/reconciliation/events.js";
import { reconciliations } from "../../../src/modules/reconciliation/reconciliation.js";
import { given } from "../scenario.js";

function payment(name: string, change: Partial<GatewayPayment> = {}): GatewayPayment {
  return {
    paymentId: `pay_${name}`,
    orderId: `order_${name}`,
    amount: 177_120,
    currency: "INR",
    status: "captured",
    instrument: "upi",
    failureReason: null,
    ...change,
  };
}

function record(name: string, change: Partial<PaymentRecord> = {}): PaymentRecord {
  return {
    payment_id: `ours-${name}`,
    order_id: `order_${name}`,
    gateway_payment_id: `pay_${name}`,
    amount: 177_120,
    status: "success",
    posted: 177_120,
    ...change,
  };
}

const OPEN = { gateway_payment_id: null, posted: null };

function kinds(captured: readonly GatewayPayment[], records: readonly PaymentRecord[]) {
  const { agreed, missing, differences } = compare(captured, records, []);
  return {
    agreed,
    missing: missing.map(({ paymentId }) => paymentId),
    differences: differences.map(({ kind }) => kind),
  };
}

const NONE = { agreed: 0, missing: [], differences: [] };

test("what all three have in the same amount agrees, also when some of it went back", (t) => {
  const refunded = record("b", { status: "partially_refunded" });
  const found = kinds([payment("a"), payment("b")], [record("a"), refunded]);
  t.deepEqual(found, { ...NONE, agreed: 2 });
});

for (const status of ["pending", "failed"]) {
  test(`a capture of a payment that is ${status} with us is missing`, (t) => {
    const found = kinds([payment("a")], [record("a", { ...OPEN, status })]);
    t.deepEqual(found, { ...NONE, missing: ["pay_a"] });
  });
}

test("an open payment that was paid in another amount is not healed", (t) => {
  const open = record("a", { ...OPEN, status: "pending", amount: 177_121 });
  t.deepEqual(kinds([payment("a")], [open]), { ...NONE, differences: ["amount_mismatch"] });
});

test("another amount in our records, or in the journal alone, is a difference", (t) => {
  const records = [record("a", { amount: 1, posted: 1 }), record("b", { posted: 1 })];
  const found = kinds([payment("a"), payment("b")], records);
  t.deepEqual(found, { ...NONE, differences: ["amount_mismatch", "amount_mismatch"] });
  const unposted = kinds([payment("a")], [record("a", { posted: null })]);
  t.deepEqual(unposted.differences, ["amount_mismatch"]);
});

test("a payment of no order of ours, and a second one of the same order, are unknown", (t) => {
  t.deepEqual(kinds([payment("a")], []).differences, ["unknown_gateway_payment"]);
  const twice = [payment("a"), payment("a", { paymentId: "pay_again" })];
  const paid = kinds(twice, [record("a")]);
  t.deepEqual(paid, { ...NONE, agreed: 1, differences: ["unknown_gateway_payment"] });
  const open = kinds(twice, [record("a", { ...OPEN, status: "pending" })]);
  t.deepEqual(open, { ...NONE, missing: ["pay_a"], differences: ["unknown_gateway_payment"] });
});

test("a success of ours that the gateway does not confirm is missing there", (t) => {
  const { differences } = compare([], [], [record("a")]);
  t.deepEqual(differences, [
    {
      kind: "missing_at_gateway",
      gatewayPaymentId: "pay_a",
      orderId: "order_a",
      paymentId: "ours-a",
      atGateway: null,
      recorded: 177_120,
      posted: 177_120,
      reference: null,
    },
  ]);
});

const HEALED = {
  gatewayPaymentId: "pay_a",
  orderId: "order_a",
  gatewayRefundId: null,
  amount: 177_120,
  currency: "INR",
} as const;

const REPORT: DayReconciled = {
  reconciliationId: "minuteserv-2024-01-17",
  marketplace: "minuteserv",
  gateway: "razorpay",
  date: "2024-01-17",
  from: "2024-01-16T18:30:00.000Z",
  until: "2024-01-17T18:30:00.000Z",
  gatewayPayments: 1,
  gatewayTotal: 177_120,
  currency: "INR",
  agreed: 1,
  healed: [HEALED],
  differences: [],
  settlements: [],
  settlementLines: { oneToOne: 1, oneToMany: 0, manyToOne: 0, manyToMany: 0 },
  bankLines: { oneToOne: 0, oneToMany: 0, manyToOne: 0, manyToMany: 0 },
};

const DONE = { type: "DayReconciled", data: REPORT } as const;

test("the first run of a day is its report", (t) => {
  const command = { type: "RecordReconciliation", ...REPORT } as const;
  given(t, reconciliations).when(command).yields(DONE);
});

test("a second run that finds nothing new changes nothing", (t) => {
  const command = { type: "RecordReconciliation", ...REPORT, healed: [] } as const;
  given(t, reconciliations, DONE).when(command).yields();
});

test("what a later run heals is added to what earlier ones have", (t) => {
  const more = { ...HEALED, gatewayPaymentId: "pay_b", orderId: "order_b" };
  const later = { ...REPORT, gatewayPayments: 2, gatewayTotal: 354_240, agreed: 2 };
  given(t, reconciliations, DONE)
    .when({ type: "RecordReconciliation", ...later, healed: [more] })
    .yields({ type: "DayReconciled", data: { ...later, healed: [HEALED, more] } });
});

test("a refund that a later run heals is not its payment's capture", (t) => {
  const refund = { ...HEALED, gatewayRefundId: "rfnd_a", amount: 500 };
  const found = { type: "RecordReconciliation", ...REPORT, healed: [refund] } as const;
  const both = { type: "DayReconciled", data: { ...REPORT, healed: [HEALED, refund] } } as const;
  given(t, reconciliations, DONE).when(found).yields(both);
  given(t, reconciliations, both).when(found).yields();
});
