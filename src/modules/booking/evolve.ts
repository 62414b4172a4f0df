import { NO_IDS, withId } from "../../kernel/id-map.js";
import type {
  BookingCompleted,
  BookingEvent,
  BookingPlaced,
  InstalmentBookingPlaced,
  InstalmentPaid,
  ProviderOffered,
} from "./events.js";
import { refunded } from "./held-money.js";
import { statusAfter } from "./lifecycle.js";
import { isLive } from "./live-offer.js";
import type {
  Booking,
  BookingState,
  GrantedRefund,
  InstalmentBooking,
  Offer,
  OfferStatus,
  VisitBooking,
} from "./state.js";

/** The booking after one more fact; the status moves as the lifecycle's table draws it. */
export function evolve(state: BookingState, event: BookingEvent): BookingState {
  if (event.type === "BookingPlaced") {
    return event.data.visit === null ? placedInInstalments(event.data) : placed(event.data);
  }
  if (state === null) throw new Error(`${event.type} stands before the booking was placed`);
  const booking = { ...state, status: statusAfter(state, event.type) };
  switch (event.type) {
    case "InstalmentPaid":
      return booking.visit === null ? withInstalment(booking, event.data) : booking;
    case "BookingConfirmedByPayment":
    case "BookingPaidOff":
    case "BookingOpenedForAssignment":
    case "BookingConfirmedByStaff":
    case "ChargebackCovered":
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
    case "BookingChargedBack": {
      const { chargebackId, amount } = event.data;
      return { ...booking, chargebacks: [...booking.chargebacks, { chargebackId, amount }] };
    }
    case "BookingRated":
      return { ...booking, rating: event.data.rating };
  }
}

const FRESH = {
  status: "placed",
  offers: [],
  queued: false,
  paid: null,
  refunds: [],
  chargebacks: [],
  fee: 0,
  settled: null,
  rating: null,
} as const;

function placed(data: BookingPlaced): VisitBooking {
  const { bookingId, number, customerId, placedAt, lines, pricing, visit, payment, place } = data;
  const { lat, lng } = place;
  const terms = { bookingId, number, customerId, placedAt, lines, pricing, visit, payment };
  return { ...terms, ...FRESH, location: lat === null || lng === null ? null : { lat, lng } };
}

function placedInInstalments(data: InstalmentBookingPlaced): InstalmentBooking {
  const { contact: _contact, place: _place, ...terms } = data;
  return { ...terms, ...FRESH, paidBy: NO_IDS };
}

function withInstalment(booking: InstalmentBooking, paid: InstalmentPaid): InstalmentBooking {
  const paidBy = withId(booking.paidBy, paid.paymentId, paid.amount);
  return { ...booking, paid: paid.paidInAll, paidBy };
}

function offered({ offerId, providerId, by, sharePercent, respondBy }: ProviderOffered): Offer {
  return { offerId, providerId, by, sharePercent, respondBy, status: "assigned" };
}

function answered<B extends Booking>(booking: B, offerId: string, status: OfferStatus): B {
  const offers = booking.offers.map((offer) =>
    offer.offerId === offerId ? { ...offer, status } : offer,
  );
  return { ...booking, offers };
}

function withdrawn<B extends Booking>(booking: B): B {
  const last = booking.offers.at(-1);
  return isLive(last) ? answered(booking, last.offerId, "withdrawn") : booking;
}

function completed<B extends Booking>(booking: B, event: BookingCompleted): B {
  const { offerId, paidBy, split } = event;
  const settled = { split, refundedBefore: refunded(booking) };
  const paid = paidBy === "cash" ? split.total : booking.paid;
  return { ...answered(booking, offerId, "completed"), settled, paid };
}

function withRefund<B extends Booking>(booking: B, { refundId, amount }: GrantedRefund): B {
  return { ...booking, refunds: [...booking.refunds, { refundId, amount }] };
}

/** A cancelled booking stays cancelled, however much of its fee is given back. */
function refundedInFull<B extends Booking>(booking: B, full: boolean): B {
  const ends = full && booking.status !== "cancelled";
  return ends ? { ...booking, status: "refunded", queued: false } : booking;
}
