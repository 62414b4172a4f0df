import test from "ava";
import type { RecordCapture } from "../../../src/modules/payment/commands.js";
import { payments } from "../../../src/modules/payment/payment.js";
import { given } from "../scenario.js";
import {
  captured,
  cashTerms,
  collected,
  confirmed,
  failed,
  ordered,
  requested,
  requestedInCash,
  terms,
} from "./a-payment.js";

const capture: RecordCapture = {
  type: "RecordCapture",
  gatewayPaymentId: "pay_1",
  orderId: "order_1",
  amount: 177_120,
  currency: "INR",
  instrument: "upi",
};
const failure = { type: "RecordFailure", gatewayPaymentId: "pay_0", reason: "declined" } as const;
const collect = { type: "CollectCash", providerId: "provider" } as const;

test("a payment is requested once, under one set of terms", (t) => {
  given(t, payments)
    .when({ type: "RequestPayment", ...terms })
    .yields(requested);
  const history = given(t, payments, requested);
  history.when({ type: "RequestPayment", ...terms }).yields();
  history.when({ type: "RequestPayment", ...cashTerms }).refuses("conflict", "payment_exists");
  history
    .when({ type: "RequestPayment", ...terms, amount: 1 })
    .refuses("conflict", "payment_exists");
});

test("the gateway captures what was ordered, also after a failure", (t) => {
  given(t, payments, requested).when(capture).yields(captured);
  given(t, payments, requested, failed).when(capture).yields(captured);
  given(t, payments, requested)
    .when({ ...capture, amount: null })
    .yields(captured);
});

test("verify and webhooks tell the same capture in any number", (t) => {
  const history = given(t, payments, requested, captured);
  history.when(capture).yields();
  history.when({ ...capture, instrument: null }).yields();
  const back = [ordered("r", 177_120), confirmed("r", 177_120, 177_120)] as const;
  given(t, payments, requested, captured, ...back)
    .when(capture)
    .yields();
});

test("how it was paid is completed once the gateway tells, and then stands", (t) => {
  const { data } = captured as Extract<typeof captured, { type: "PaymentCaptured" }>;
  const unnamed = { type: "PaymentCaptured", data: { ...data, instrument: null } } as const;
  const about = { paymentId: "p", bookingId: "b", customerId: "c" };
  const named = { type: "InstrumentNamed", data: { ...about, instrument: "upi" } } as const;
  given(t, payments, requested, unnamed).when(capture).yields(named);
  given(t, payments, requested, unnamed)
    .when({ ...capture, instrument: null })
    .yields();
  given(t, payments, requested, unnamed, named)
    .when({ ...capture, instrument: "card" })
    .yields();
});

test("a gateway that names neither amount nor currency means what was ordered", (t) => {
  given(t, payments, requested)
    .when({ ...capture, amount: null, currency: null })
    .yields(captured);
});

test("another amount, currency or order is for people to look at", (t) => {
  const history = given(t, payments, requested);
  history.when({ ...capture, amount: 177_119 }).refuses("conflict", "amount_mismatch");
  history.when({ ...capture, currency: "USD" }).refuses("conflict", "amount_mismatch");
  history.when({ ...capture, orderId: "order_2" }).refuses("conflict", "amount_mismatch");
});

test("an order is paid once", (t) => {
  given(t, payments, requested, captured)
    .when({ ...capture, gatewayPaymentId: "pay_2" })
    .refuses("conflict", "already_captured");
});

test("a failed try is noted once", (t) => {
  given(t, payments, requested).when(failure).yields(failed);
  given(t, payments, requested, failed).when(failure).yields();
});

test("a failure that comes late never undoes a capture", (t) => {
  given(t, payments, requested, captured).when(failure).yields();
  given(t, payments, requested, failed, captured)
    .when({ ...failure, gatewayPaymentId: null })
    .yields();
});

test("each try fails on its own, named by the gateway or not", (t) => {
  const history = given(t, payments, requested, failed);
  const about = { paymentId: "p", bookingId: "b", customerId: "c" };
  for (const gatewayPaymentId of ["pay_2", null]) {
    history
      .when({ ...failure, gatewayPaymentId })
      .yields({ type: "PaymentFailed", data: { ...about, gatewayPaymentId, reason: "declined" } });
  }
});

test("a provider collects cash once, and only for a cash booking", (t) => {
  given(t, payments, requestedInCash).when(collect).yields(collected);
  given(t, payments, requestedInCash, collected).when(collect).yields();
  given(t, payments, requested).when(collect).refuses("conflict", "not_cash");
  given(t, payments, requestedInCash).when(capture).refuses("conflict", "not_online");
});

test("nothing happens to an unknown payment", (t) => {
  for (const command of [capture, failure, collect]) {
    given(t, payments).when(command).refuses("not_found", "payment_unknown");
  }
});
