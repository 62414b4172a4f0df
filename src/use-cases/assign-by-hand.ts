import { providerIsBusy } from "../../projections/assignment-candidates.js";
import type { BookingView } from "../../projections/bookings/queries.js";
import { partnerById, type PartnerRow } from "../../projections/partners-table.js";
import type { App } from "../kernel/app.js";
import { isoAfter, isoNow, MINUTE } from "../kernel/clock.js";
import { isRejection, reject, type Rejection } from "../kernel/rejection.js";
import { bookings } from "../modules/booking/booking.js";
import type { OfferTerms } from "../modules/booking/next-provider.js";

interface Choice {
  readonly partnerId: string;
  /** Also where the partner has another visit at that time. */
  readonly force: boolean;
}

/**
 * Gives a booking to the partner that staff have chosen, in place of whoever holds it (Minuteserv,
 * Assign Partner Manually). No rating, radius or hours bind staff; a visit at the same time does,
 * unless they force it (assignment.19).
 */
export async function assignByHand(
  app: App,
  booking: BookingView,
  { partnerId, force }: Choice,
  terms: Omit<OfferTerms, "at" | "replace">,
): Promise<Rejection | undefined> {
  const partner = await partnerById(app.reads, app.envelope.marketplace, partnerId);
  if (partner === undefined) return reject("not_found", "partner_not_found", "Partner not found.");
  const unfit = refuseUnfit(partner);
  if (unfit !== undefined) return unfit;
  const visit = { startsAt: booking.starts_at, endsAt: booking.ends_at };
  if (!force && (await providerIsBusy(app.reads, partner.id, visit, booking.id))) {
    return reject("conflict", "partner_busy", "The partner has another visit at that time.");
  }
  const done = await app.execute(bookings, booking.id, {
    type: "OfferToProvider",
    offerId: app.id("offer"),
    providerId: partner.id,
    by: "staff",
    score: null,
    sharePercent: terms.sharePercent,
    respondBy: isoAfter(isoNow(app.clock), terms.minutesToRespond * MINUTE),
    maxAttempts: terms.maxAttempts,
    replace: true,
  });
  return isRejection(done) ? done : undefined;
}

function refuseUnfit({ is_active, onboarding_status }: PartnerRow): Rejection | undefined {
  if (is_active && onboarding_status === "verified") return undefined;
  return reject("invalid", "partner_unfit", "The partner is not active or not verified.");
}
