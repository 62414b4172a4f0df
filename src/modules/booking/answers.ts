import { isRejection, reject } from "../../kernel/rejection.js";
import type { AcceptOffer, ConfirmByStaff, DeclineOffer } from "./commands.js";
import { refuseUnlessPossible } from "./lifecycle.js";
import { liveOffer, named, offerTo } from "./live-offer.js";
import type { Outcome } from "./outcome.js";
import type { Booking } from "./state.js";

/**
 * The provider takes the booking. Refused after `respondBy`, after any other answer, and once
 * another provider has the booking (Minuteserv, Partner Notification Flow).
 */
export function accept({ providerId, at }: AcceptOffer, booking: Booking): Outcome {
  const own = offerTo(booking, providerId);
  if (isRejection(own)) return own;
  if (own.status !== "assigned") return refuseAnswered();
  if (Date.parse(at) > Date.parse(own.respondBy)) {
    return reject("conflict", "offer_expired", "The time to accept this booking is over.");
  }
  return [{ type: "OfferAccepted", data: named(booking, own) }];
}

/** The provider leaves the booking to another one. Refused after any other answer. */
export function decline({ providerId, reason }: DeclineOffer, booking: Booking): Outcome {
  const own = offerTo(booking, providerId);
  if (isRejection(own)) return own;
  if (own.status !== "assigned") return refuseAnswered();
  return [{ type: "OfferDeclined", data: { ...named(booking, own), reason } }];
}

/** Staff confirm in place of the provider, or before one is found (Minuteserv, admin status). */
export function confirmByStaff({ notes }: ConfirmByStaff, booking: Booking): Outcome {
  const refusal = refuseUnlessPossible(booking, "OfferAccepted");
  if (refusal !== undefined) return refusal;
  const { bookingId } = booking;
  const confirmed = { type: "BookingConfirmedByStaff", data: { bookingId, notes } } as const;
  const live = liveOffer(booking);
  if (live === undefined) return [confirmed];
  return [{ type: "OfferAccepted", data: named(booking, live) }, confirmed];
}

function refuseAnswered() {
  return reject("conflict", "offer_not_open", "This offer is answered or over already.");
}
