import test from "ava";
import { bookings } from "../../../src/modules/booking/booking.js";
import type { ApplyPayment } from "../../../src/modules/booking/commands.js";
import type { BookingEvent } from "../../../src/modules/booking/events.js";
import { given } from "../scenario.js";
import { cancelled, ids, opened, paid, paidAndOpen, placed, placedForCash } from "./a-booking.js";

const money = { paymentId: ids.payment, amount: 177_120, currency: "INR" } as const;
const apply: ApplyPayment = { type: "ApplyPayment", ...money, refundId: ids.refund };

const cancelledUnpaid = cancelled({ paid: 0, refund: 0, refundId: null });
const returned: BookingEvent = {
  type: "LatePaymentReturned",
  data: {
    bookingId: ids.booking,
    customerId: ids.customer,
    refundId: ids.refund,
    gateway: "razorpay",
    ...money,
  },
};

test("a payment opens its booking for assignment", (t) => {
  given(t, bookings, placed).when(apply).yields(paid, opened);
});

test("a payment is applied once", (t) => {
  given(t, bookings, ...paidAndOpen)
    .when(apply)
    .yields();
});

test("money for a booking cancelled meanwhile goes straight back, once", (t) => {
  given(t, bookings, placed, cancelledUnpaid).when(apply).yields(returned);
  given(t, bookings, placed, cancelledUnpaid, returned).when(apply).yields();
});

test("another amount, currency or payment is not the booking's", (t) => {
  const history = given(t, bookings, placed);
  history.when({ ...apply, amount: 177_119 }).refuses("conflict", "amount_mismatch");
  history.when({ ...apply, currency: "USD" }).refuses("conflict", "amount_mismatch");
  history.when({ ...apply, paymentId: ids.other }).refuses("conflict", "other_payment");
});

test("a cash booking takes no online payment", (t) => {
  given(t, bookings, placedForCash, opened).when(apply).refuses("conflict", "other_payment");
});

test("an unknown booking takes no payment", (t) => {
  given(t, bookings).when(apply).refuses("not_found", "booking_unknown");
});
