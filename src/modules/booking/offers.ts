import { reject } from "../../kernel/rejection.js";
import type { ExpireOffer, OfferToProvider, QueueForManualAssignment } from "./commands.js";
import { refuseUnlessPossible } from "./lifecycle.js";
import { liveOffer, named } from "./live-offer.js";
import type { Outcome } from "./outcome.js";
import type { Booking } from "./state.js";

/**
 * Offers the booking to a provider (Minuteserv, Partner Assignment System).
 *
 * Refused while another offer is live, unless it is to be replaced. An automatic offer is
 * refused to a provider who had one before and beyond `maxAttempts` automatic ones; staff are
 * free of both, and what they try counts against nobody's attempts.
 */
export function offer(command: OfferToProvider, booking: Booking): Outcome {
  const { offerId, providerId, by, score, sharePercent, respondBy } = command;
  if (booking.offers.some((made) => made.offerId === offerId)) return [];
  const refusal = refuseUnlessPossible(booking, "ProviderOffered") ?? refuseAuto(command, booking);
  if (refusal !== undefined) return refusal;
  const live = liveOffer(booking);
  if (live !== undefined && !command.replace) {
    return reject("conflict", "offer_live", "The booking is with a provider already.");
  }
  const { bookingId } = booking;
  const attempt = booking.offers.length + 1;
  const data = { bookingId, offerId, providerId, attempt, by, score, sharePercent, respondBy };
  const offered = { type: "ProviderOffered", data } as const;
  if (live === undefined) return [offered];
  const withdrawal = { ...named(booking, live), reason: "reassigned" };
  return [{ type: "OfferWithdrawn", data: withdrawal }, offered];
}

function refuseAuto({ by, providerId, maxAttempts }: OfferToProvider, { offers }: Booking) {
  if (by === "staff") return undefined;
  if (offers.some((made) => made.providerId === providerId)) {
    return reject("conflict", "offered_before", "The provider was offered this booking before.");
  }
  if (offers.filter((made) => made.by === "auto").length >= maxAttempts) {
    return reject("conflict", "attempts_exhausted", "The booking is left to manual assignment.");
  }
  return undefined;
}

/** Leaves the search to staff; refused while an offer is live, nothing while queued. */
export function queue({ reason }: QueueForManualAssignment, booking: Booking): Outcome {
  const refusal = refuseUnlessPossible(booking, "AssignmentQueued");
  if (refusal !== undefined) return refusal;
  if (booking.queued) return [];
  if (liveOffer(booking) !== undefined) {
    return reject("conflict", "offer_live", "The booking is with a provider already.");
  }
  const { bookingId, offers } = booking;
  return [{ type: "AssignmentQueued", data: { bookingId, reason, attempts: offers.length } }];
}

/** Ends an offer whose time is up; nothing once it is answered or gone, refused too early. */
export function expire({ offerId, at }: ExpireOffer, booking: Booking): Outcome {
  const live = liveOffer(booking);
  if (live?.offerId !== offerId || live.status !== "assigned") return [];
  if (Date.parse(at) < Date.parse(live.respondBy)) {
    return reject("conflict", "offer_not_due", "The provider still has time to answer.");
  }
  return [{ type: "OfferExpired", data: named(booking, live) }];
}
