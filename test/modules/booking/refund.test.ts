import test from "ava";
import { bookings } from "../../../src/modules/booking/booking.js";
import type { BookingEvent } from "../../../src/modules/booking/events.js";
import { given } from "../scenario.js";
import {
  about,
  cancelled,
  completed,
  done,
  ids,
  offered,
  opened,
  paidAndOpen,
  placed,
  placedForCash,
  underWay,
} from "./a-booking.js";
import { grant, granted } from "./a-refund.js";

const { provider: providerId } = ids;
const none = { escrow: 0, fee: 0 };
const all = { ...none, provider: 123_984, commission: 20_016, tax: 33_120 };

const cancelledForAFee = cancelled({
  fee: 17_712,
  refund: 159_408,
  refundId: "by-cancelling",
});

test("before completion the money comes out of escrow", (t) => {
  given(t, bookings, ...paidAndOpen)
    .when(grant(500))
    .yields(granted({ amount: 500 }));
});

test("the whole before completion ends the booking and its live offer", (t) => {
  const withdrawn: BookingEvent = {
    type: "OfferWithdrawn",
    data: { ...about(), reason: "refunded" },
  };
  const whole = granted({ amount: 177_120, providerId, full: true });
  given(t, bookings, ...paidAndOpen, offered())
    .when(grant(177_120))
    .yields(withdrawn, whole);
  const ended = given(t, bookings, ...paidAndOpen, offered(), withdrawn, whole);
  ended.when(grant(1, "next")).refuses("invalid", "refund_out_of_range");
  ended
    .when({ type: "QueueForManualAssignment", reason: "" })
    .refuses("conflict", "booking_refunded");
});

test("after completion provider, commission and tax give back what they got", (t) => {
  given(t, bookings, ...done)
    .when(grant(177_120))
    .yields(granted({ amount: 177_120, providerId, legs: all, full: true }));
});

test("the odd paisa of a part is the provider's", (t) => {
  const legs = { ...none, provider: 1, commission: 0, tax: 0 };
  given(t, bookings, ...done)
    .when(grant(1))
    .yields(granted({ amount: 1, providerId, legs }));
});

test("what was refunded before completion is not taken back from the split", (t) => {
  if (completed.type !== "BookingCompleted") return t.fail();
  const split = {
    currency: "INR",
    total: 88_560,
    providerShare: 61_992,
    platformShare: 26_568,
    commission: 10_008,
    tax: 16_560,
  } as const;
  const ofTheRest: BookingEvent = { ...completed, data: { ...completed.data, split } };
  const legs = { ...none, provider: 61_992, commission: 10_008, tax: 16_560 };
  given(t, bookings, ...underWay, granted({ refundId: "before", amount: 88_560 }), ofTheRest)
    .when(grant(88_560))
    .yields(granted({ amount: 88_560, providerId, legs, full: true }));
});

test("a kept fee can be given back, and the booking stays cancelled", (t) => {
  const legs = { escrow: 0, fee: 17_712, provider: 0, commission: 0, tax: 0 };
  const back = granted({ amount: 17_712, legs, full: true });
  given(t, bookings, ...paidAndOpen, cancelledForAFee)
    .when(grant(17_712))
    .yields(back);
  given(t, bookings, ...paidAndOpen, cancelledForAFee, back)
    .when({ type: "ConfirmByStaff", notes: null })
    .refuses("conflict", "booking_cancelled");
});

test("the same refund again changes nothing, its id is for nothing else", (t) => {
  const history = given(t, bookings, ...paidAndOpen, granted({ amount: 500 }));
  history.when(grant(500)).yields();
  history.when(grant(501)).refuses("conflict", "refund_id_used");
});

test("refunds never exceed what was paid", (t) => {
  given(t, bookings, ...done)
    .when(grant(177_121))
    .refuses("invalid", "refund_out_of_range");
  given(t, bookings, ...done)
    .when(grant(0))
    .refuses("invalid", "refund_out_of_range");
  given(t, bookings, ...done)
    .when(grant(-1))
    .refuses("invalid", "refund_out_of_range");
  given(t, bookings, ...paidAndOpen, granted({ refundId: "first", amount: 177_000 }))
    .when(grant(121))
    .refuses("invalid", "refund_out_of_range");
  given(t, bookings, ...paidAndOpen, cancelledForAFee)
    .when(grant(17_713))
    .refuses("invalid", "refund_out_of_range");
});

test("where nothing was paid, nothing is given back", (t) => {
  given(t, bookings, placed).when(grant(1)).refuses("conflict", "nothing_paid");
  given(t, bookings, placedForCash, opened).when(grant(1)).refuses("conflict", "nothing_paid");
  given(t, bookings).when(grant(1)).refuses("not_found", "booking_unknown");
});
