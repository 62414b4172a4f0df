import test from "ava";
import { deriveId } from "../../../src/kernel/ids.js";
import type { ReportRefund } from "../../../src/modules/payment/commands.js";
import type { PaymentEvent } from "../../../src/modules/payment/events.js";
import { payments } from "../../../src/modules/payment/payment.js";
import { given } from "../scenario.js";
import {
  captured,
  collected,
  confirmed,
  ordered,
  refundFailed,
  reported,
  requested,
  requestedInCash,
  sent,
} from "./a-payment.js";

const paid = [requested, captured] as const;
const unasked = deriveId("unasked-refund", "razorpay/rfnd_9");

function report(amount: number | null, change: Partial<ReportRefund> = {}): ReportRefund {
  const told = { refundId: null, gatewayRefundId: "rfnd_9", amount, processed: true };
  return { type: "ReportRefund", ...told, ...change };
}

test("a refund that nobody here has ordered is taken in, done or under way", (t) => {
  for (const processed of [true, false]) {
    given(t, payments, ...paid)
      .when(report(500, { processed }))
      .yields(reported(unasked, 500, "rfnd_9", processed));
  }
  given(t, payments, ...paid, ordered("r", 400), sent("r", 400, "rfnd_1"))
    .when(report(400))
    .yields(reported(unasked, 400, "rfnd_9", true));
});

test("told again it changes nothing, but that it is done", (t) => {
  const underWay = given(t, payments, ...paid, reported(unasked, 500, "rfnd_9", false));
  underWay.when(report(500, { processed: false })).yields();
  underWay.when(report(500)).yields(reported(unasked, 500, "rfnd_9", true));
  const done = [...paid, reported(unasked, 500, "rfnd_9", true)] as const;
  given(t, payments, ...done)
    .when(report(500))
    .yields();
  given(t, payments, ...done, confirmed(unasked, 500, 500))
    .when(report(500))
    .yields();
});

test("once its booking has granted it, it stands as the gateway has it", (t) => {
  const order = { type: "OrderRefund", refundId: unasked, amount: 500, to: "gateway" } as const;
  const underWay = [...paid, reported(unasked, 500, "rfnd_9", false)] as const;
  given(t, payments, ...underWay)
    .when(order)
    .yields(sent(unasked, 500, "rfnd_9"));
  given(t, payments, ...underWay, sent(unasked, 500, "rfnd_9"))
    .when(report(500))
    .yields(confirmed(unasked, 500, 500));
  const done = [...underWay, reported(unasked, 500, "rfnd_9", true)] as const;
  given(t, payments, ...done)
    .when(order)
    .yields(confirmed(unasked, 500, 500));
  given(t, payments, ...done)
    .when({ ...order, amount: 501 })
    .refuses("conflict", "refund_id_used");
  given(t, payments, ...done, confirmed(unasked, 500, 500))
    .when(order)
    .yields();
});

test("more than is left, or money that no gateway has, is for people to look at", (t) => {
  const other = [ordered("r", 177_000), sent("r", 177_000, "rfnd_1")] as const;
  given(t, payments, ...paid, ...other)
    .when(report(120))
    .yields(reported(unasked, 120, "rfnd_9", true));
  for (const amount of [121, 0, null]) {
    given(t, payments, ...paid, ...other)
      .when(report(amount))
      .refuses("invalid", "refund_out_of_range");
  }
  const about = { paymentId: "p", bookingId: "b", customerId: "c", chargebackId: "x" };
  const money = { amount: 177_120, currency: "INR", before: 0 } as const;
  const chargedBack: PaymentEvent = { type: "PaymentChargedBack", data: { ...about, ...money } };
  given(t, payments, ...paid, chargedBack)
    .when(report(1))
    .refuses("invalid", "refund_out_of_range");
  given(t, payments, requested).when(report(500)).refuses("not_found", "not_captured");
  given(t, payments, requestedInCash, collected)
    .when(report(500))
    .refuses("conflict", "not_online");
});

test("ours is known by its id, by the gateway's, or by its amount while it has none", (t) => {
  const open = [...paid, ordered("r", 500)] as const;
  const done = [sent("r", 500, "rfnd_9"), confirmed("r", 500, 500)] as const;
  given(t, payments, ...open)
    .when(report(500, { refundId: "r" }))
    .yields(...done);
  given(t, payments, ...open)
    .when(report(500))
    .yields(...done);
  given(t, payments, ...open, sent("r", 500, "rfnd_9"))
    .when(report(500))
    .yields(confirmed("r", 500, 500));
  given(t, payments, ...open)
    .when(report(500, { processed: false }))
    .yields(sent("r", 500, "rfnd_9"));
  given(t, payments, ...open, confirmed("r", 500, 500))
    .when(report(500))
    .yields(sent("r", 500, "rfnd_9"));
  given(t, payments, ...open, ...done)
    .when(report(500))
    .yields();
});

test("one that had failed is carried out by people, under another id of the gateway's", (t) => {
  const failed = [
    ...paid,
    ordered("r", 500),
    sent("r", 500, "rfnd_1"),
    refundFailed("r", 500),
  ] as const;
  given(t, payments, ...failed)
    .when(report(500))
    .yields(sent("r", 500, "rfnd_9"), confirmed("r", 500, 500));
  given(t, payments, ...failed, sent("r", 500, "rfnd_9"), confirmed("r", 500, 500))
    .when(report(500))
    .yields();
});

test("a report of the payment alone is taken in while no refund of it is known", (t) => {
  const told = { type: "ConfirmRefund", refundId: null, gatewayRefundId: null } as const;
  const nameless = deriveId("unasked-refund", "p");
  const confirm = { ...told, amount: 177_120, refundedInAll: 500 };
  given(t, payments, ...paid)
    .when(confirm)
    .yields(reported(nameless, 500, null, true));
  const known = [...paid, reported(nameless, 500, null, true)] as const;
  given(t, payments, ...known)
    .when(confirm)
    .yields();
  const done = [...known, confirmed(nameless, 500, 500)] as const;
  given(t, payments, ...done)
    .when(confirm)
    .yields();
  given(t, payments, ...done)
    .when(report(500))
    .yields(sent(nameless, 500, "rfnd_9"));
  given(t, payments, ...done)
    .when({ ...confirm, refundedInAll: 900 })
    .refuses("not_found", "refund_unknown");
  given(t, payments, ...paid)
    .when({ ...told, amount: 177_120 })
    .refuses("not_found", "refund_unknown");
});

test("a failure that is told before the booking has granted it comes too early", (t) => {
  const fail = { refundId: null, gatewayRefundId: "rfnd_9", reason: "bank" } as const;
  given(t, payments, ...paid, reported(unasked, 500, "rfnd_9", false))
    .when({ type: "FailRefund", ...fail })
    .refuses("not_found", "refund_not_granted");
});
