import { equal, ok } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { fold } from "../../../src/kernel/decider.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { bookings } from "../../../src/modules/booking/booking.js";
import { given } from "../scenario.js";
import { placed as withVisit } from "./a-booking.js";
import {
  confirmed,
  evPlaced,
  evTerms,
  instalment,
  instalmentPaid,
  paidOff,
} from "./an-instalment-booking.js";

const cancel = {
  type: "CancelBooking",
  by: "customer",
  reason: "asked for",
  at: "2026-01-07T12:00:00.000Z",
  policy: { freeMinutes: 0, feePercent: 0, cancellableFrom: ["placed", "confirmed"] },
  refundId: "r1",
  refundTo: "wallet",
  refundAmount: null,
} as const;

test("a booking in instalments is placed once, and nothing is paid by it", (t) => {
  given(t, bookings)
    .when({ type: "PlaceBooking", ...evTerms })
    .yields(evPlaced);
  given(t, bookings, evPlaced)
    .when({ type: "PlaceBooking", ...evTerms })
    .refuses("conflict", "preview_already_used");
});

test("the document's walk: below 5,000.00 it waits, at 5,000.00 it is confirmed", (t) => {
  const begun = given(t, bookings, evPlaced);
  begun.when(instalment(1, 50_000)).yields(instalmentPaid(1, 50_000, 50_000));
  begun.when(instalment(1, 500_000)).yields(instalmentPaid(1, 500_000, 500_000), confirmed);
  const later = given(t, bookings, evPlaced, instalmentPaid(1, 50_000, 50_000));
  later.when(instalment(2, 449_999)).yields(instalmentPaid(2, 449_999, 499_999));
  later.when(instalment(2, 450_000)).yields(instalmentPaid(2, 450_000, 500_000), confirmed);
});

test("the last instalment completes it, also the first if it is all", (t) => {
  const paid = [evPlaced, instalmentPaid(1, 4_999_999, 4_999_999), confirmed];
  given(t, bookings, ...paid)
    .when(instalment(2, 1))
    .yields(instalmentPaid(2, 1, 5_000_000), paidOff);
  given(t, bookings, evPlaced)
    .when(instalment(1, 5_000_000))
    .yields(instalmentPaid(1, 5_000_000, 5_000_000), confirmed, paidOff);
});

test("nothing is taken above what remains, nor of nothing", (t) => {
  const history = given(t, bookings, evPlaced, instalmentPaid(1, 400_000, 400_000));
  history.when(instalment(2, 4_600_001)).refuses("invalid", "amount_exceeds_remaining");
  for (const amount of [0, -1, 0.5]) {
    history.when(instalment(2, amount)).refuses("invalid", "amount_not_positive");
  }
});

test("a repeated payment changes nothing, and its id is good for one amount", (t) => {
  const history = given(t, bookings, evPlaced, instalmentPaid(1, 400_000, 400_000));
  history.when(instalment(1, 400_000)).yields();
  history.when(instalment(1, 400_001)).refuses("conflict", "payment_id_used");
});

test("a completed booking takes no more, and cannot be cancelled", (t) => {
  const history = given(
    t,
    bookings,
    evPlaced,
    instalmentPaid(1, 5_000_000, 5_000_000),
    confirmed,
    paidOff,
  );
  history.when(instalment(2, 1)).refuses("conflict", "booking_completed");
  history.when(cancel).refuses("conflict", "booking_completed");
});

test("a cancelled booking gives back all that was paid, to the wallet", (t) => {
  const { bookingId, customerId, number } = evTerms;
  const gone = {
    type: "BookingCancelled",
    data: {
      bookingId,
      customerId,
      number,
      providerId: null,
      offerAccepted: false,
      paymentId: null,
      gateway: null,
      by: "customer",
      reason: "asked for",
      currency: "INR",
      paid: 400_000,
      fee: 0,
      refund: 400_000,
      refundId: "r1",
      refundTo: "wallet",
    },
  } as const;
  const paid = [evPlaced, instalmentPaid(1, 400_000, 400_000)];
  given(t, bookings, ...paid)
    .when(cancel)
    .yields(gone);
  const history = given(t, bookings, ...paid, gone);
  history.when(instalment(2, 1)).refuses("conflict", "booking_cancelled");
  history.when(cancel).refuses("conflict", "booking_cancelled");
});

test("nobody comes for it, and a visit is not paid in instalments", (t) => {
  given(t, bookings, evPlaced)
    .when({ type: "ConfirmByStaff", notes: null })
    .refuses("conflict", "without_visit");
  given(t, bookings, withVisit).when(instalment(1, 100)).refuses("conflict", "not_in_instalments");
});

test("no sequence of payments exceeds the total, and paid plus remaining is the total", (t) => {
  const payment = fc.record({
    nth: fc.integer({ min: 1, max: 9 }),
    amount: fc.integer({ min: -5, max: 2_000_000 }),
  });
  const law = fc.property(fc.array(payment, { maxLength: 30 }), (payments) => {
    let state = fold(bookings, [evPlaced]);
    for (const { nth, amount } of payments) {
      const outcome = bookings.decide(instalment(nth, amount), state);
      if (isRejection(outcome)) continue;
      for (const event of outcome) {
        if (event.type !== "InstalmentPaid") continue;
        equal(event.data.paidInAll + event.data.remaining, evTerms.pricing.total);
      }
      state = fold({ ...bookings, initial: state }, outcome);
      const paid = state?.paid ?? 0;
      ok(paid <= evTerms.pricing.total);
      equal(state?.status === "completed", paid === evTerms.pricing.total);
      if (state?.status === "placed") ok(paid < evTerms.instalments.confirmAt);
    }
  });
  t.notThrows(() => fc.assert(law));
});
