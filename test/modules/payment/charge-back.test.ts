import test from "ava";
import type { PaymentEvent } from "../../../src/modules/payment/events.js";
import { payments } from "../../../src/modules/payment/payment.js";
import { given } from "../scenario.js";
import { captured, requested } from "./a-payment.js";

function lose(chargebackId: string, amount: number) {
  return { type: "RecordChargeback", chargebackId, amount } as const;
}

function lost(chargebackId: string, amount: number, before: number): PaymentEvent {
  const about = { paymentId: "p", bookingId: "b", customerId: "c", currency: "INR" } as const;
  return { type: "PaymentChargedBack", data: { ...about, chargebackId, amount, before } };
}

test("a lost chargeback counts from where those before it have ended, once", (t) => {
  given(t, payments, requested, captured)
    .when(lose("one", 100_000))
    .yields(lost("one", 100_000, 0));
  const history = given(t, payments, requested, captured, lost("one", 100_000, 0));
  history.when(lose("one", 100_000)).yields();
  history.when(lose("two", 77_120)).yields(lost("two", 77_120, 100_000));
});

test("what was charged back is not refunded a second time", (t) => {
  const history = given(t, payments, requested, captured, lost("one", 177_000, 0));
  const order = { type: "OrderRefund", refundId: "r", to: "gateway" } as const;
  history.when({ ...order, amount: 121 }).refuses("invalid", "refund_out_of_range");
});

test("nothing is charged back before there is money, nor for nothing", (t) => {
  given(t, payments, requested).when(lose("one", 1)).refuses("not_found", "not_captured");
  given(t, payments, requested, captured)
    .when(lose("one", 0))
    .refuses("invalid", "amount_not_positive");
});
