import test from "ava";
import { bookings } from "../../../src/modules/booking/booking.js";
import type { CancelBooking } from "../../../src/modules/booking/commands.js";
import type { BookingEvent } from "../../../src/modules/booking/events.js";
import { given } from "../scenario.js";
import { cancelled, done, ids, paidAndOpen, placed } from "./a-booking.js";
import { grant, granted } from "./a-refund.js";

const { booking: bookingId, payment: paymentId, provider: providerId } = ids;
const money = { bookingId, paymentId, currency: "INR" } as const;

function note(amount: number, chargebackId = "one") {
  return { type: "NoteChargeback", chargebackId, amount } as const;
}

function noted(amount: number, chargebackId = "one"): BookingEvent {
  return { type: "BookingChargedBack", data: { ...money, chargebackId, amount } };
}

function covered(amount: number): BookingEvent {
  return { type: "ChargebackCovered", data: { ...money, amount } };
}

const cancel: CancelBooking = {
  type: "CancelBooking",
  by: "customer",
  reason: "Change of plans",
  at: "2024-01-17T10:00:00.000Z",
  policy: { freeMinutes: 5, feePercent: 10, cancellableFrom: ["open"] },
  refundId: ids.refund,
  refundTo: "gateway",
  refundAmount: null,
};

test("a lost chargeback is noted once, in whatever status", (t) => {
  given(t, bookings, ...done)
    .when(note(500))
    .yields(noted(500));
  given(t, bookings, ...done, noted(500))
    .when(note(500))
    .yields();
  given(t, bookings, placed).when(note(500)).yields(noted(500));
});

test("what was charged back in full is not refunded again", (t) => {
  given(t, bookings, ...done, noted(177_120))
    .when(grant(1))
    .refuses("conflict", "charged_back");
});

test("of a part there is only the rest to refund, which counts from where it has ended", (t) => {
  const history = given(t, bookings, ...done, noted(77_120));
  history.when(grant(100_001)).refuses("invalid", "refund_out_of_range");
  // All three legs less what 771.20 takes of each: 539.85, 87.15 and 144.20.
  const legs = { escrow: 0, fee: 0, provider: 69_999, commission: 11_301, tax: 18_700 };
  history.when(grant(100_000)).yields(granted({ amount: 100_000, providerId, legs, full: true }));
});

test("a refund of all the rest leaves nothing held: it covers the loss", (t) => {
  given(t, bookings, ...paidAndOpen, noted(77_120))
    .when(grant(100_000))
    .yields(granted({ amount: 100_000, full: true }), covered(77_120));
  given(t, bookings, ...paidAndOpen, noted(77_120))
    .when(grant(99_999))
    .yields(granted({ amount: 99_999 }));
});

test("a cancellation gives back what is left, less the fee; the rest covers the loss", (t) => {
  const part = { paid: 100_000, fee: 17_712, refund: 82_288 };
  given(t, bookings, ...paidAndOpen, noted(77_120))
    .when(cancel)
    .yields(cancelled(part), covered(77_120));
  const nothing = { paid: 0, fee: 0, refund: 0, refundId: null };
  given(t, bookings, ...paidAndOpen, noted(177_120))
    .when(cancel)
    .yields(cancelled(nothing), covered(177_120));
  given(t, bookings, ...paidAndOpen, noted(77_120))
    .when({ ...cancel, refundAmount: 100_001 })
    .refuses("invalid", "refund_out_of_range");
});
