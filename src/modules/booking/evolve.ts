import type { BookingCompleted, BookingEvent, BookingPlaced, ProviderOffered } from "./events.js";
import { refunded } from "./held-money.js";
import { statusAfter } from "./lifecycle.js";
import { isLive } from "./live-offer.js";
import type { Booking, BookingState, GrantedRefund, Offer, OfferStatus } from "./state.js";

/** The booking after one more fact; the status moves as the lifecycle's table draws it. */
export function evolve(state: BookingState, event: BookingEvent): BookingState {
  if (event.type === "BookingPlaced") return placed(event.data);
  if (state === null) throw new Error(`${event.type} stands before the booking was placed`);
  const booking = { ...state, status: statusAfter(state, event.type) };
  switch (event.type) {
    case "BookingOpenedForAssignment":
    case "BookingConfirmedByStaff":
      return booking;
    case "BookingPaid":
      return { ...booking, paid: event.data.amount };
    case "ProviderOffered":
      return { ...booking, queued: false, offers: [...booking.offers, offered(event.data)] };
    case "OfferAccepted":
      return answered(booking, event.data.offerId, "accepted");
    case "OfferDeclined":
      return answered(booking, event.data.offerId, "declined");
    case "OfferExpired":
      return answered(booking, event.data.offerId, "expired");
    case "OfferWithdrawn":
      return answered(booking, event.data.offerId, "withdrawn");
    case "AssignmentQueued":
      return { ...booking, queued: true };
    case "ProviderDeparted":
      return answered(booking, event.data.offerId, "in_transit");
    case "ProviderArrived":
    case "ServiceStarted":
      return answered(booking, event.data.offerId, "arrived");
    case "BookingCompleted":
      return completed(booking, event.data);
    case "BookingCancelled": {
      const { fee, refund, refundId } = event.data;
      const ended = { ...withdrawn(booking), fee, queued: false };
      return refundId === null ? ended : withRefund(ended, { refundId, amount: refund });
    }
    case "LatePaymentReturned":
      return withRefund({ ...booking, paid: event.data.amount }, event.data);
    case "RefundGranted":
      return withRefund(refundedInFull(booking, event.data.full), event.data);
    case "BookingRated":
      return { ...booking, rating: event.data.rating };
  }
}

function placed(data: BookingPlaced): Booking {
  const { bookingId, number, customerId, placedAt, lines, pricing, visit, payment, place } = data;
  const { lat, lng } = place;
  const terms = { bookingId, number, customerId, placedAt, lines, pricing, visit, payment };
  return {
    ...terms,
    status: "placed",
    location: lat === null || lng === null ? null : { lat, lng },
    offers: [],
    queued: false,
    paid: null,
    refunds: [],
    fee: 0,
    settled: null,
    rating: null,
  };
}

function offered({ offerId, providerId, by, sharePercent, respondBy }: ProviderOffered): Offer {
  return { offerId, providerId, by, sharePercent, respondBy, status: "assigned" };
}

function answered(booking: Booking, offerId: string, status: OfferStatus): Booking {
  const offers = booking.offers.map((offer) =>
    offer.offerId === offerId ? { ...offer, status } : offer,
  );
  return { ...booking, offers };
}

function withdrawn(booking: Booking): Booking {
  const last = booking.offers.at(-1);
  return isLive(last) ? answered(booking, last.offerId, "withdrawn") : booking;
}

function completed(booking: Booking, { offerId, paidBy, split }: BookingCompleted): Booking {
  const settled = { split, refundedBefore: refunded(booking) };
  const paid = paidBy === "cash" ? split.total : booking.paid;
  return { ...answered(booking, offerId, "completed"), settled, paid };
}

function withRefund(booking: Booking, { refundId, amount }: GrantedRefund): Booking {
  return { ...booking, refunds: [...booking.refunds, { refundId, amount }] };
}

/** A cancelled booking stays cancelled, however much of its fee is given back. */
function refundedInFull(booking: Booking, full: boolean): Booking {
  const ends = full && booking.status !== "cancelled";
  return ends ? { ...booking, status: "refunded", queued: false } : booking;
}
