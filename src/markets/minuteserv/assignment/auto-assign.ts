import type { App } from "../../../kernel/app.js";
import { isoNow } from "../../../kernel/clock.js";
import { isRejection, reject, type Rejection } from "../../../kernel/rejection.js";
import { bookings } from "../../../modules/booking/booking.js";
import { liveOffer } from "../../../modules/booking/live-offer.js";
import { needOf, nextProvider } from "../../../modules/booking/next-provider.js";
import type { VisitBooking } from "../../../modules/booking/state.js";
import { assignmentCandidates } from "../../../../projections/assignment-candidates.js";
import { MARKETPLACE, MAX_OFFERS } from "../policy.js";
import { currentSettings } from "../settings.js";

const NOBODY = reject(
  "not_found",
  "no_eligible_partner",
  "No eligible partner was found; the booking is left to manual assignment.",
);

/**
 * Runs the Auto-Assignment Algorithm once. Nobody eligible queues the booking for manual
 * assignment; a live assignment refuses, unless it is to be replaced (assignment.20).
 */
export async function autoAssign(
  app: App,
  booking: VisitBooking,
  replace: boolean,
): Promise<Rejection | undefined> {
  const live = liveOffer(booking);
  if (live !== undefined && !replace) {
    return reject("conflict", "offer_live", "The booking is with a partner already.");
  }
  const need = needOf(booking);
  const near = need === undefined ? [] : await assignmentCandidates(app.reads, MARKETPLACE, need);
  const settings = await currentSettings(app);
  const step = nextProvider(booking, near, {
    maxAttempts: MAX_OFFERS,
    minutesToRespond: settings.partner_assignment_timeout,
    sharePercent: 100 - settings.commission_percentage,
    at: isoNow(app.clock),
    replace,
  });
  const found = step.type === "OfferToProvider";
  // Whoever holds the booking keeps it while nobody else can take it.
  if (!found && live !== undefined) return NOBODY;
  const done = await app.execute(bookings, booking.bookingId, step);
  if (isRejection(done)) return done;
  return found ? undefined : NOBODY;
}
