import { reject, type Rejection } from "../../kernel/rejection.js";
import type { Booking, Offer, OfferStatus } from "./state.js";

const LIVE: readonly OfferStatus[] = ["assigned", "accepted", "in_transit", "arrived"];

export function isLive(offer: Offer | undefined): offer is Offer {
  return offer !== undefined && LIVE.includes(offer.status);
}

/** The offer that a provider has or holds at present; there is at most one. */
export function liveOffer(booking: Booking): Offer | undefined {
  const last = booking.offers.at(-1);
  return isLive(last) ? last : undefined;
}

/** The provider's own latest offer, live or not; to all others the booking does not exist. */
export function offerTo(booking: Booking, providerId: string): Offer | Rejection {
  const own = booking.offers.findLast((offer) => offer.providerId === providerId);
  return own ?? reject("not_found", "booking_unknown", "There is no such booking.");
}

/** The provider's offer, or for staff (null) the live one; a conflict if there is none. */
export function offerHeldBy(booking: Booking, providerId: string | null): Offer | Rejection {
  if (providerId !== null) return offerTo(booking, providerId);
  const held = booking.offers.at(-1);
  return held ?? reject("conflict", "no_provider", "The booking has no provider.");
}

/** What names an offer in an event. */
export function named({ bookingId }: Booking, { offerId, providerId }: Offer) {
  return { bookingId, offerId, providerId };
}
