import test from "ava";
import { bookings } from "../../../src/modules/booking/booking.js";
import type { BookingEvent } from "../../../src/modules/booking/events.js";
import { given } from "../scenario.js";
import {
  about,
  accepted,
  confirmed,
  done,
  ids,
  offered,
  paidAndOpen,
  placed,
  RESPOND_BY,
} from "./a-booking.js";

const { provider: providerId } = ids;
const accept = { type: "AcceptOffer", providerId, at: RESPOND_BY } as const;
const decline = { type: "DeclineOffer", providerId, reason: "Busy" } as const;
const confirm = { type: "ConfirmByStaff", notes: "By phone" } as const;
const declined: BookingEvent = { type: "OfferDeclined", data: { ...about(), reason: "Busy" } };
const byStaff: BookingEvent = {
  type: "BookingConfirmedByStaff",
  data: { bookingId: ids.booking, notes: "By phone" },
};

test("the provider accepts up to the last instant", (t) => {
  const history = given(t, bookings, ...paidAndOpen, offered());
  history.when(accept).yields(accepted);
  history.when({ ...accept, at: "2024-01-17T09:15:00.001Z" }).refuses("conflict", "offer_expired");
});

test("the provider declines", (t) => {
  given(t, bookings, ...paidAndOpen, offered())
    .when(decline)
    .yields(declined);
});

test("an offer is answered once", (t) => {
  for (const answer of [accepted, declined]) {
    const history = given(t, bookings, ...paidAndOpen, offered(), answer);
    history.when(accept).refuses("conflict", "offer_not_open");
    history.when(decline).refuses("conflict", "offer_not_open");
  }
});

test("an answer is too late once another provider has the booking", (t) => {
  const expired: BookingEvent = { type: "OfferExpired", data: about() };
  const next = offered(2, ids.other);
  given(t, bookings, ...paidAndOpen, offered(), expired, next)
    .when(accept)
    .refuses("conflict", "offer_not_open");
});

test("a provider without an offer does not learn of the booking", (t) => {
  const history = given(t, bookings, ...paidAndOpen, offered());
  const stranger = { providerId: ids.other };
  history.when({ ...accept, ...stranger }).refuses("not_found", "booking_unknown");
  history.when({ ...decline, ...stranger }).refuses("not_found", "booking_unknown");
  given(t, bookings, placed).when(accept).refuses("not_found", "booking_unknown");
  given(t, bookings).when(accept).refuses("not_found", "booking_unknown");
});

test("staff confirm for the provider, or before there is one", (t) => {
  given(t, bookings, ...paidAndOpen, offered())
    .when(confirm)
    .yields(accepted, byStaff);
  given(t, bookings, ...paidAndOpen)
    .when(confirm)
    .yields(byStaff);
});

test("a booking confirmed without a provider can still be offered", (t) => {
  const offer = {
    type: "OfferToProvider",
    offerId: "offer-1",
    providerId,
    by: "auto",
    score: null,
    sharePercent: 70,
    respondBy: RESPOND_BY,
    maxAttempts: 3,
    replace: false,
  } as const;
  given(t, bookings, ...paidAndOpen, byStaff)
    .when(offer)
    .yields(offered());
});

test("a booking confirmed without a provider can still be queued, and stays queued", (t) => {
  const queue = { type: "QueueForManualAssignment", reason: "no candidate" } as const;
  const data = { bookingId: ids.booking, reason: "no candidate", attempts: 0 };
  const queued = { type: "AssignmentQueued", data } as const;
  given(t, bookings, ...paidAndOpen, byStaff)
    .when(queue)
    .yields(queued);
  given(t, bookings, ...paidAndOpen, queued, byStaff)
    .when(queue)
    .yields();
});

test("staff confirm what is open, and nothing else", (t) => {
  given(t, bookings, placed).when(confirm).refuses("conflict", "booking_placed");
  given(t, bookings, ...confirmed)
    .when(confirm)
    .refuses("conflict", "booking_confirmed");
  given(t, bookings, ...done)
    .when(confirm)
    .refuses("conflict", "booking_completed");
});
