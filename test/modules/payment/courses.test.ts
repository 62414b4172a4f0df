import test from "ava";
import fc from "fast-check";
import { sum } from "../../../src/kernel/money.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import type { PaymentCommand } from "../../../src/modules/payment/commands.js";
import { payments } from "../../../src/modules/payment/payment.js";
import type { PaymentState } from "../../../src/modules/payment/state.js";
import { cashTerms, terms } from "./a-payment.js";

const refundId = fc.constantFrom("r1", "r2", "r3");
const gatewayRefundId = fc.constantFrom("g1", "g2", "g3");
const amount = fc.constantFrom(59_040, 59_041, 177_120, 100, -1);
const reason = fc.constantFrom("declined", "timeout");
const gatewayPaymentId = fc.constantFrom("pay_1", "pay_2");

const later: fc.Arbitrary<PaymentCommand> = fc.oneof(
  fc.record({
    type: fc.constant("RecordCapture" as const),
    gatewayPaymentId,
    orderId: fc.constant("order_1"),
    amount: fc.constantFrom(177_120, 177_120, 1),
    currency: fc.constant("INR" as const),
    instrument: fc.constant(null),
  }),
  fc.record({ type: fc.constant("RecordFailure" as const), gatewayPaymentId, reason }),
  fc.record({ type: fc.constant("CollectCash" as const), providerId: fc.constant("x") }),
  fc.record({
    type: fc.constant("OrderRefund" as const),
    refundId,
    amount,
    to: fc.constantFrom("gateway" as const, "wallet" as const),
  }),
  fc.record({ type: fc.constant("RecordRefundSent" as const), refundId, gatewayRefundId }),
  fc.record({
    type: fc.constant("ReportRefund" as const),
    refundId: fc.option(refundId),
    gatewayRefundId,
    amount: fc.option(amount),
    processed: fc.boolean(),
  }),
  fc.record({
    type: fc.constant("ConfirmRefund" as const),
    refundId: fc.option(refundId),
    gatewayRefundId: fc.option(gatewayRefundId),
    amount: fc.option(amount),
  }),
  fc.record({
    type: fc.constant("FailRefund" as const),
    refundId: fc.option(refundId),
    gatewayRefundId: fc.option(gatewayRefundId),
    reason,
  }),
);

const anyCourse: fc.Arbitrary<readonly PaymentCommand[]> = fc
  .tuple(fc.boolean(), fc.array(later, { maxLength: 40, size: "max" }))
  .map(([inCash, commands]) => [
    { type: "RequestPayment", ...(inCash ? cashTerms : terms) },
    ...commands,
  ]);

/** Every state that a course goes through, in order. */
function statesOf(commands: readonly PaymentCommand[]): readonly PaymentState[] {
  const states: PaymentState[] = [payments.initial];
  for (const command of commands) {
    const state = states.at(-1) ?? null;
    const outcome = payments.decide(command, state);
    if (isRejection(outcome)) continue;
    for (const event of outcome) states.push(payments.evolve(states.at(-1) ?? null, event));
  }
  return states;
}

test("confirmed refunds stay within ordered ones, and those within the payment", (t) => {
  fc.assert(
    fc.property(anyCourse, (commands) => {
      for (const payment of statesOf(commands)) {
        if (payment === null) continue;
        const done = payment.refunds.filter(({ status }) => status === "confirmed");
        t.is(payment.refundedInAll, sum(done.map((refund) => refund.amount)));
        t.true(sum(payment.refunds.map((refund) => refund.amount)) <= payment.amount);
        t.is(payment.status === "refunded", payment.refundedInAll === payment.amount);
      }
    }),
    { numRuns: 300 },
  );
});

test("no status ever goes back", (t) => {
  const order = ["requested", "failed", "captured", "partially_refunded", "refunded"];
  fc.assert(
    fc.property(anyCourse, (commands) => {
      const ranks = statesOf(commands).map((state) => order.indexOf(state?.status ?? ""));
      t.deepEqual(
        ranks,
        ranks.toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 300 },
  );
});

test("a command that was carried out changes nothing the second time", (t) => {
  fc.assert(
    fc.property(anyCourse, (commands) => {
      for (const [index, command] of commands.entries()) {
        const before = statesOf(commands.slice(0, index + 1)).at(-1) ?? null;
        const accepted = statesOf([...commands.slice(0, index + 1), command]).at(-1) ?? null;
        if (isNamed(command)) t.deepEqual(accepted, before);
      }
    }),
    { numRuns: 100 },
  );
});

/** A confirmation by amount alone may rightly mean the next refund of that amount. */
function isNamed(command: PaymentCommand): boolean {
  if (command.type !== "ConfirmRefund") return true;
  return command.refundId !== null || command.gatewayRefundId !== null;
}
