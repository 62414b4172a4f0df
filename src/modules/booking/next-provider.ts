import { isoAfter, MINUTE } from "../../kernel/clock.js";
import { deriveId } from "../../kernel/ids.js";
import { rankCandidates, type Candidate, type Need } from "./assignment.js";
import type { OfferToProvider, QueueForManualAssignment } from "./commands.js";
import type { VisitBooking } from "./state.js";

/** What staff have set at this moment; the offer keeps it. */
export interface OfferTerms {
  /** Automatic offers of one booking; then a person looks for a provider. */
  readonly maxAttempts: number;
  readonly minutesToRespond: number;
  /** Percent of the total that the provider earns. */
  readonly sharePercent: number;
  /** ISO 8601. */
  readonly at: string;
  /** Withdraws a live offer first. */
  readonly replace: boolean;
}

/**
 * The next step of finding a provider: an offer to the best one who was not asked before, or the
 * queue for a person once nobody is left or the attempts are used up (Minuteserv, Partner
 * Notification Flow: "Max 3 attempts → Queue for manual assignment").
 */
export function nextProvider(
  booking: VisitBooking,
  candidates: readonly Candidate[],
  terms: OfferTerms,
): OfferToProvider | QueueForManualAssignment {
  const attempts = booking.offers.filter(({ by }) => by === "auto").length;
  if (attempts >= terms.maxAttempts) return queued("attempts_exhausted");
  const need = needOf(booking);
  if (need === undefined) return queued("address_without_position");
  const [best] = rankCandidates(need, candidates);
  if (best === undefined) return queued("no_candidate");
  return {
    type: "OfferToProvider",
    offerId: deriveId("offer", booking.bookingId, booking.offers.length + 1),
    providerId: best.providerId,
    by: "auto",
    score: best.score,
    sharePercent: terms.sharePercent,
    respondBy: isoAfter(terms.at, terms.minutesToRespond * MINUTE),
    maxAttempts: terms.maxAttempts,
    replace: terms.replace,
  };
}

/** What the booking asks of its provider; undefined where its address has no position. */
export function needOf(booking: VisitBooking): Need | undefined {
  if (booking.location === null) return undefined;
  return {
    categories: [...new Set(booking.lines.map(({ category }) => category))],
    tiers: [...new Set(booking.lines.map(({ tier }) => tier))],
    position: booking.location,
    visit: booking.visit,
    excluded: booking.offers.map(({ providerId }) => providerId),
  };
}

function queued(reason: string): QueueForManualAssignment {
  return { type: "QueueForManualAssignment", reason };
}
