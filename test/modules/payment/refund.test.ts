import test from "ava";
import type { ConfirmRefund, OrderRefund } from "../../../src/modules/payment/commands.js";
import type { PaymentEvent } from "../../../src/modules/payment/events.js";
import { payments } from "../../../src/modules/payment/payment.js";
import { given } from "../scenario.js";
import {
  captured,
  collected,
  confirmed,
  ordered,
  refund,
  refundFailed,
  requested,
  requestedInCash,
  sent,
} from "./a-payment.js";

const paid = [requested, captured] as const;
const send = { type: "RecordRefundSent", refundId: "r", gatewayRefundId: "rfnd_1" } as const;
const nameless = { refundId: null, gatewayRefundId: null };
const fail = { type: "FailRefund", refundId: "r", gatewayRefundId: null, reason: "bank" } as const;

function order(amount: number, change: Partial<OrderRefund> = {}): OrderRefund {
  return { type: "OrderRefund", refundId: "r", amount, to: "gateway", ...change };
}

function confirm(change: Partial<ConfirmRefund>): ConfirmRefund {
  return { type: "ConfirmRefund", ...nameless, amount: null, ...change };
}

test("a refund is ordered once, from the gateway or into the wallet", (t) => {
  given(t, payments, ...paid)
    .when(order(500))
    .yields(ordered("r", 500));
  given(t, payments, ...paid)
    .when(order(500, { to: "wallet" }))
    .yields(ordered("r", 500, "wallet"));
  const history = given(t, payments, ...paid, ordered("r", 500));
  history.when(order(500)).yields();
  history.when(order(501)).refuses("conflict", "refund_id_used");
  history.when(order(500, { to: "wallet" })).refuses("conflict", "refund_id_used");
});

test("collected cash is refunded by people, without a gateway", (t) => {
  const byHand: PaymentEvent = {
    type: "RefundOrdered",
    data: { ...refund("r", 500, "gateway"), gateway: null, gatewayPaymentId: null },
  };
  given(t, payments, requestedInCash, collected).when(order(500)).yields(byHand);
});

test("refunds never exceed the payment, failed ones included", (t) => {
  given(t, payments, ...paid)
    .when(order(177_121))
    .refuses("invalid", "refund_out_of_range");
  given(t, payments, ...paid)
    .when(order(0))
    .refuses("invalid", "refund_out_of_range");
  given(t, payments, ...paid, ordered("a", 177_000), refundFailed("a", 177_000))
    .when(order(121))
    .refuses("invalid", "refund_out_of_range");
  given(t, payments, ...paid, ordered("a", 177_000))
    .when(order(120))
    .yields(ordered("r", 120));
});

test("without money there is no refund", (t) => {
  given(t, payments, requested).when(order(500)).refuses("not_found", "not_captured");
  given(t, payments).when(order(500)).refuses("not_found", "payment_unknown");
});

test("the gateway's id is noted once", (t) => {
  const wasSent = sent("r", 500, "rfnd_1");
  given(t, payments, ...paid, ordered("r", 500))
    .when(send)
    .yields(wasSent);
  given(t, payments, ...paid, ordered("r", 500), wasSent)
    .when(send)
    .yields();
  given(t, payments, ...paid)
    .when(send)
    .refuses("not_found", "refund_unknown");
});

test("a refund is confirmed once, by our id or the gateway's", (t) => {
  const history = [...paid, ordered("r", 500), sent("r", 500, "rfnd_1")] as const;
  const done = confirmed("r", 500, 500);
  for (const name of [{ refundId: "r" }, { gatewayRefundId: "rfnd_1" }]) {
    given(t, payments, ...history)
      .when(confirm(name))
      .yields(done);
    given(t, payments, ...history, done)
      .when(confirm(name))
      .yields();
  }
});

test("confirmed refunds add up until the payment is refunded in full", (t) => {
  const half = [ordered("a", 88_560), confirmed("a", 88_560, 88_560)] as const;
  given(t, payments, ...paid, ...half, ordered("r", 88_560))
    .when(confirm({ refundId: "r" }))
    .yields(confirmed("r", 88_560, 177_120));
});

test("a report with an id not noted yet means the oldest refund of its amount", (t) => {
  const two = [ordered("a", 400), ordered("r", 500), ordered("z", 500)] as const;
  given(t, payments, ...paid, ...two)
    .when(confirm({ gatewayRefundId: "rfnd_9", amount: 500 }))
    .yields(sent("r", 500, "rfnd_9"), confirmed("r", 500, 500));
  given(t, payments, ...paid, ...two)
    .when(confirm({ amount: 400 }))
    .yields(confirmed("a", 400, 400));
});

test("a report of the payment alone tells of the refund by what went back in all", (t) => {
  const two = [ordered("a", 400), ordered("r", 500)] as const;
  const told = (refundedInAll: number) => confirm({ amount: 177_120, refundedInAll });
  given(t, payments, ...paid, ...two)
    .when(told(500))
    .yields(confirmed("r", 500, 500));
  const one = given(t, payments, ...paid, ...two, confirmed("a", 400, 400));
  one.when(told(900)).yields(confirmed("r", 500, 900));
  one.when(told(400)).yields();
  one.when(told(1_000)).refuses("not_found", "refund_unknown");
});

test("what went into a wallet is none of what the gateway gave back", (t) => {
  const wallet = [ordered("w", 400, "wallet"), confirmed("w", 400, 400, "wallet")] as const;
  given(t, payments, ...paid, ...wallet, ordered("r", 500))
    .when(confirm({ amount: 177_120, refundedInAll: 500 }))
    .yields(confirmed("r", 500, 900));
});

test("a report with no more than the payment's own amount means the oldest refund", (t) => {
  given(t, payments, ...paid, ordered("r", 500))
    .when(confirm({ amount: 177_120 }))
    .yields(confirmed("r", 500, 500));
  given(t, payments, ...paid, ordered("r", 500))
    .when(confirm({ gatewayRefundId: "rfnd_9", amount: 177_120 }))
    .refuses("not_found", "refund_unknown");
});

test("its replay is known by that id and confirms no second refund", (t) => {
  const first = [sent("r", 500, "rfnd_9"), confirmed("r", 500, 500)] as const;
  given(t, payments, ...paid, ordered("r", 500), ordered("z", 500), ...first)
    .when(confirm({ gatewayRefundId: "rfnd_9", amount: 500 }))
    .yields();
});

test("an id that belongs to no refund under way confirms none of the others", (t) => {
  const two = [ordered("r", 500), sent("r", 500, "rfnd_1"), ordered("z", 500)] as const;
  given(t, payments, ...paid, ...two)
    .when(confirm({ refundId: "x", amount: 500 }))
    .refuses("not_found", "refund_unknown");
  given(t, payments, ...paid, ...two)
    .when(confirm({ gatewayRefundId: "rfnd_2", amount: 500 }))
    .yields(sent("z", 500, "rfnd_2"), confirmed("z", 500, 500));
  given(t, payments, ...paid, ordered("r", 500), sent("r", 500, "rfnd_1"))
    .when(confirm({ refundId: "x", gatewayRefundId: "rfnd_2", amount: 500 }))
    .refuses("not_found", "refund_unknown");
});

test("a confirmation of another amount, or of nothing ordered, is for people to look at", (t) => {
  const history = given(t, payments, ...paid, ordered("r", 500));
  history.when(confirm({ refundId: "r", amount: 499 })).refuses("conflict", "amount_mismatch");
  history.when(confirm({ amount: 499 })).refuses("not_found", "refund_unknown");
  given(t, payments, ...paid, ordered("w", 500, "wallet"))
    .when(confirm({ amount: 500 }))
    .refuses("not_found", "refund_unknown");
});

test("a wallet's refund is confirmed by our id", (t) => {
  given(t, payments, ...paid, ordered("w", 500, "wallet"))
    .when(confirm({ refundId: "w" }))
    .yields(confirmed("w", 500, 500, "wallet"));
});

test("a refund fails once, and never after it was confirmed", (t) => {
  const history = [...paid, ordered("r", 500)] as const;
  given(t, payments, ...history)
    .when(fail)
    .yields(refundFailed("r", 500));
  given(t, payments, ...history, refundFailed("r", 500))
    .when(fail)
    .yields();
  given(t, payments, ...history, confirmed("r", 500, 500))
    .when(fail)
    .yields();
  given(t, payments, ...paid)
    .when(fail)
    .refuses("not_found", "refund_unknown");
});

test("a refund that failed may still be confirmed later", (t) => {
  given(t, payments, ...paid, ordered("r", 500), refundFailed("r", 500))
    .when(confirm({ refundId: "r" }))
    .yields(confirmed("r", 500, 500));
});
