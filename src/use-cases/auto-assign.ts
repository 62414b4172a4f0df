import { assignmentCandidates } from "../../projections/assignment-candidates.js";
import type { App } from "../kernel/app.js";
import { isoNow } from "../kernel/clock.js";
import { isRejection, reject, type Rejection } from "../kernel/rejection.js";
import { bookings } from "../modules/booking/booking.js";
import { liveOffer } from "../modules/booking/live-offer.js";
import { needOf, nextProvider, type OfferTerms } from "../modules/booking/next-provider.js";
import type { VisitBooking } from "../modules/booking/state.js";

const NOBODY = reject(
  "not_found",
  "no_eligible_partner",
  "No eligible partner was found; the booking is left to manual assignment.",
);

/**
 * Runs the Auto-Assignment Algorithm once. Nobody eligible queues the booking for manual
 * assignment; a live assignment refuses, unless it is to be replaced (Minuteserv, assignment.20).
 */
export async function autoAssign(
  app: App,
  booking: VisitBooking,
  terms: Omit<OfferTerms, "at">,
): Promise<Rejection | undefined> {
  const live = liveOffer(booking);
  if (live !== undefined && !terms.replace) {
    return reject("conflict", "offer_live", "The booking is with a partner already.");
  }
  const { marketplace } = app.envelope;
  const need = needOf(booking);
  const near = need === undefined ? [] : await assignmentCandidates(app.reads, marketplace, need);
  const step = nextProvider(booking, near, { ...terms, at: isoNow(app.clock) });
  const found = step.type === "OfferToProvider";
  // Whoever holds the booking keeps it while nobody else can take it.
  if (!found && live !== undefined) return NOBODY;
  const done = await app.execute(bookings, booking.bookingId, step);
  if (isRejection(done)) return done;
  return found ? undefined : NOBODY;
}
