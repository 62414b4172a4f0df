import test from "ava";
import { bookings } from "../../../src/modules/booking/booking.js";
import type { OfferToProvider } from "../../../src/modules/booking/commands.js";
import type { BookingEvent } from "../../../src/modules/booking/events.js";
import { given } from "../scenario.js";
import {
  about,
  confirmed,
  done,
  ids,
  offered,
  paidAndOpen,
  placed,
  RESPOND_BY,
} from "./a-booking.js";

const declined: BookingEvent = { type: "OfferDeclined", data: { ...about(), reason: "Busy" } };
const expired: BookingEvent = { type: "OfferExpired", data: about() };
const queued: BookingEvent = {
  type: "AssignmentQueued",
  data: { bookingId: ids.booking, reason: "no candidate", attempts: 0 },
};

function offer(nth: number, providerId = ids.provider, change: Partial<OfferToProvider> = {}) {
  const command: OfferToProvider = {
    type: "OfferToProvider",
    offerId: `offer-${nth}`,
    providerId,
    by: "auto",
    score: null,
    sharePercent: 70,
    respondBy: RESPOND_BY,
    maxAttempts: 3,
    replace: false,
  };
  return { ...command, ...change };
}

function withdrawn(nth = 1): BookingEvent {
  return { type: "OfferWithdrawn", data: { ...about(nth), reason: "reassigned" } };
}

test("an open booking is offered to a provider", (t) => {
  given(t, bookings, ...paidAndOpen)
    .when(offer(1))
    .yields(offered());
});

test("the same offer again changes nothing", (t) => {
  given(t, bookings, ...paidAndOpen, offered())
    .when(offer(1))
    .yields();
});

test("a live offer refuses another one, unless it is to be replaced", (t) => {
  const history = given(t, bookings, ...paidAndOpen, offered());
  history.when(offer(2, ids.other)).refuses("conflict", "offer_live");
  history.when(offer(2, ids.other, { by: "staff" })).refuses("conflict", "offer_live");
  history
    .when(offer(2, ids.other, { by: "staff", replace: true }))
    .yields(withdrawn(), offered(2, ids.other, "staff"));
});

test("staff take a confirmed booking to another provider", (t) => {
  given(t, bookings, ...confirmed)
    .when(offer(2, ids.other, { by: "staff", replace: true }))
    .yields(withdrawn(), offered(2, ids.other, "staff"));
});

test("a provider who let the booking go is not offered it again automatically", (t) => {
  for (const letGo of [declined, expired]) {
    const history = given(t, bookings, ...paidAndOpen, offered(), letGo);
    history.when(offer(2)).refuses("conflict", "offered_before");
    history.when(offer(2, ids.other)).yields(offered(2, ids.other));
    history.when(offer(2, ids.provider, { by: "staff" })).yields(offered(2, ids.provider, "staff"));
  }
});

test("the fourth offer is left to staff", (t) => {
  const second: BookingEvent = { type: "OfferExpired", data: about(2, "b") };
  const third: BookingEvent = { type: "OfferExpired", data: about(3, "c") };
  const tries = [offered(), expired, offered(2, "b"), second, offered(3, "c"), third] as const;
  const history = given(t, bookings, ...paidAndOpen, ...tries);
  history.when(offer(4, "d")).refuses("conflict", "attempts_exhausted");
  history.when(offer(4, "d", { by: "staff" })).yields(offered(4, "d", "staff"));
});

test("an unpaid, a completed or an unknown booking is not offered", (t) => {
  given(t, bookings, placed).when(offer(1)).refuses("conflict", "booking_placed");
  given(t, bookings, ...done)
    .when(offer(2, "b"))
    .refuses("conflict", "booking_completed");
  given(t, bookings).when(offer(1)).refuses("not_found", "booking_unknown");
});

test("a booking without a candidate is queued once, and an offer takes it off the queue", (t) => {
  const queue = { type: "QueueForManualAssignment", reason: "no candidate" } as const;
  given(t, bookings, ...paidAndOpen)
    .when(queue)
    .yields(queued);
  given(t, bookings, ...paidAndOpen, queued)
    .when(queue)
    .yields();
  given(t, bookings, ...paidAndOpen, offered())
    .when(queue)
    .refuses("conflict", "offer_live");
  given(t, bookings, ...confirmed)
    .when(queue)
    .refuses("conflict", "offer_live");
  given(t, bookings, placed).when(queue).refuses("conflict", "booking_placed");
  const again: BookingEvent = { ...queued, data: { ...queued.data, attempts: 1 } };
  given(t, bookings, ...paidAndOpen, queued, offered(), expired)
    .when(queue)
    .yields(again);
});

test("an offer expires at its time, not before", (t) => {
  const expire = { type: "ExpireOffer", offerId: "offer-1", at: RESPOND_BY } as const;
  const history = given(t, bookings, ...paidAndOpen, offered());
  history.when(expire).yields(expired);
  history.when({ ...expire, at: "2024-01-17T09:14:59.999Z" }).refuses("conflict", "offer_not_due");
});

test("an answered, an expired or another offer does not expire", (t) => {
  const expire = { type: "ExpireOffer", offerId: "offer-1", at: RESPOND_BY } as const;
  given(t, bookings, ...confirmed)
    .when(expire)
    .yields();
  given(t, bookings, ...paidAndOpen, offered(), expired)
    .when(expire)
    .yields();
  given(t, bookings, ...paidAndOpen, offered(), declined, offered(2, ids.other))
    .when(expire)
    .yields();
});
