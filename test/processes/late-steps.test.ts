import test from "ava";
import { bookings } from "../../src/modules/booking/booking.js";
import { disputes } from "../../src/modules/dispute/dispute.js";
import { earnings } from "../../src/modules/earning/earning.js";
import { payments } from "../../src/modules/payment/payment.js";
import { wallets } from "../../src/modules/wallet/wallet.js";
import { holdDisputedEarning } from "../../src/processes/hold-disputed-earning.js";
import { orderGrantedRefund } from "../../src/processes/order-granted-refund.js";
import { recordPaidInstalment } from "../../src/processes/record-paid-instalment.js";
import { reverseRefundedEarning } from "../../src/processes/reverse-refunded-earning.js";
import { settleCompletedBooking } from "../../src/processes/settle-completed-booking.js";
import { settleWalletHold } from "../../src/processes/settle-wallet-hold.js";
import {
  completed,
  done,
  ids,
  placedForCash,
  terms,
  underWay,
} from "../modules/booking/a-booking.js";
import { evPlaced, evTerms } from "../modules/booking/an-instalment-booking.js";
import { openFaultyWorld } from "./faulty-world.js";

const { booking: bookingId, provider: providerId, payment: paymentId } = ids;
const REFUND = { type: "GrantRefund", refundId: "r1", amount: 17_712, reason: "late" } as const;

test.serial(
  "a refund of cash is ordered and reversed once the completion is settled",
  async (t) => {
    const steps = [settleCompletedBooking, orderGrantedRefund, reverseRefundedEarning];
    const world = await openFaultyWorld(t, steps);
    const { broken } = world;
    const receipt = { amount: 177_120, currency: "INR", receipt: terms.number } as const;
    await world.do(payments, paymentId, {
      type: "RequestPayment",
      paymentId,
      bookingId,
      customerId: ids.customer,
      ...receipt,
      method: "cash",
      gateway: null,
      orderId: null,
    });
    broken.set("AccrueEarning", "throws").set("CollectCash", "throws");
    const [, ...rest] = underWay;
    const inCash = rest.filter(({ type }) => type !== "BookingPaid");
    const paidInCash = { ...completed, data: { ...completed.data, paidBy: "cash" } };
    await world.tell(bookings, bookingId, [
      placedForCash,
      ...inCash,
      paidInCash as typeof completed,
    ]);
    await world.do(bookings, bookingId, { ...REFUND, notes: null, refundTo: "gateway" });
    t.deepEqual(await world.waiting(), [
      "order-granted-refund",
      "reverse-refunded-earning",
      "settle-completed-booking",
    ]);
    t.deepEqual(await world.typesIn(payments, paymentId), ["PaymentRequested"]);

    await world.heal();
    const paid = ["PaymentRequested", "CashCollected", "RefundOrdered"];
    t.deepEqual(await world.typesIn(payments, paymentId), paid);
    const earned = await world.typesIn(earnings, providerId);
    t.deepEqual(earned, ["EarningAccrued", "CashDebtRecorded", "EarningReversed"]);
  },
);

for (const outcome of ["refund", "dismissed"] as const) {
  test.serial(
    `a dispute that ends by ${outcome} before its hold leaves nothing held`,
    async (t) => {
      const steps = [settleCompletedBooking, holdDisputedEarning, reverseRefundedEarning];
      const world = await openFaultyWorld(t, steps);
      await world.tell(bookings, bookingId, done);
      world.broken.set("HoldEarning", "throws");
      await world.do(disputes, "d1", {
        type: "OpenDispute",
        disputeId: "d1",
        bookingId,
        customerId: ids.customer,
        providerId,
        reason: "quality",
        description: "late",
        currency: "INR",
        held: 100_000,
      });
      const refund = outcome === "refund" ? 50_000 : 0;
      await world.do(disputes, "d1", { type: "ResolveDispute", outcome, resolution: "ok", refund });
      t.deepEqual(await world.typesIn(earnings, providerId), ["EarningAccrued"]);
      t.is((await world.waiting()).length, 2);

      await world.heal();
      const reversed = outcome === "refund" ? ["EarningReversed"] : [];
      const all = ["EarningAccrued", "EarningHeld", ...reversed, "EarningFreed"];
      t.deepEqual(await world.typesIn(earnings, providerId), all);
      const granted = (await world.typesIn(bookings, bookingId)).filter(
        (s) => s === "RefundGranted",
      );
      t.is(granted.length, reversed.length);
    },
  );
}

test.serial("what a wallet holds for an instalment waits while the booking is busy", async (t) => {
  const world = await openFaultyWorld(t, [settleWalletHold, recordPaidInstalment]);
  const { bookingId: id, customerId: walletId } = evTerms;
  await world.tell(bookings, id, [evPlaced]);
  await world.do(wallets, walletId, {
    type: "CreditWallet",
    walletId,
    ownerId: walletId,
    transactionId: "t1",
    amount: 100_000,
    currency: "INR",
    kind: "deposit",
  });
  world.broken.set("PayInstalment", "busy");
  await world.do(wallets, walletId, {
    type: "PlaceHold",
    holdId: "p1",
    amount: 100_000,
    description: null,
    reference: null,
    purpose: {
      kind: "instalment",
      bookingId: id,
      paymentId: "p1",
      paymentNumber: 1,
      transactionId: "TXN000001",
    },
  });
  t.deepEqual(await world.typesIn(wallets, walletId), ["WalletCredited", "WalletHoldPlaced"]);
  t.deepEqual(await world.waiting(), ["settle-wallet-hold"]);

  await world.heal();
  const paid = ["WalletCredited", "WalletHoldPlaced", "WalletHoldCaptured"];
  t.deepEqual(await world.typesIn(wallets, walletId), paid);
  t.deepEqual(await world.typesIn(bookings, id), ["BookingPlaced", "InstalmentPaid"]);
  t.deepEqual(await world.typesIn(payments, "p1"), ["PaymentRequested", "PaymentReceived"]);
});
