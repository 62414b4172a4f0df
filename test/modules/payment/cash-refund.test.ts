import test from "ava";
import type { ConfirmCashRefund } from "../../../src/modules/payment/commands.js";
import type { PaymentEvent } from "../../../src/modules/payment/events.js";
import { payments } from "../../../src/modules/payment/payment.js";
import { given } from "../scenario.js";
import { captured, collected, ordered, refund, requested, requestedInCash } from "./a-payment.js";

const byHand = { gateway: null, gatewayPaymentId: null };
const orderedInCash: PaymentEvent = {
  type: "RefundOrdered",
  data: { ...refund("r", 500, "gateway"), ...byHand },
};
const paid = [requestedInCash, collected, orderedInCash] as const;

const confirm: ConfirmCashRefund = {
  type: "ConfirmCashRefund",
  refundId: "r",
  bankReference: "UTR1",
};

const confirmed: PaymentEvent = {
  type: "RefundConfirmed",
  data: {
    ...refund("r", 500, "gateway"),
    gateway: null,
    refundedInAll: 500,
    full: false,
    bankReference: "UTR1",
  },
};

test("a refund of cash is confirmed by the bank's number, once", (t) => {
  given(t, payments, ...paid)
    .when(confirm)
    .yields(confirmed);
  const history = given(t, payments, ...paid, confirmed);
  history.when(confirm).yields();
  history.when({ ...confirm, bankReference: "UTR2" }).refuses("conflict", "refund_confirmed");
});

test("what a gateway or the wallet gives back is not confirmed by hand", (t) => {
  given(t, payments, requested, captured, ordered("r", 500))
    .when(confirm)
    .refuses("conflict", "refund_not_by_hand");
  const toWallet: PaymentEvent = {
    type: "RefundOrdered",
    data: { ...refund("r", 500, "wallet"), ...byHand },
  };
  given(t, payments, requestedInCash, collected, toWallet)
    .when(confirm)
    .refuses("conflict", "refund_not_by_hand");
});

test("an unknown refund is not confirmed", (t) => {
  given(t, payments, requestedInCash, collected)
    .when(confirm)
    .refuses("not_found", "refund_unknown");
});
