import type { App } from "../../../kernel/app.js";
import { isoAfter, isoNow, MINUTE } from "../../../kernel/clock.js";
import { isRejection, reject, type Rejection } from "../../../kernel/rejection.js";
import { bookings } from "../../../modules/booking/booking.js";
import { providerIsBusy } from "../../../../projections/assignment-candidates.js";
import type { BookingView } from "../../../../projections/bookings/queries.js";
import { partnerById, type PartnerRow } from "../../../../projections/partners-table.js";
import { MARKETPLACE, MAX_OFFERS } from "../policy.js";
import { notFound } from "../refusals.js";
import { currentSettings } from "../settings.js";

/**
 * Gives a booking to the partner that staff have chosen, in place of whoever holds it (Assign
 * Partner Manually). No rating, radius or hours bind staff; a visit at the same time does, unless
 * they force it (assignment.19).
 */
export async function assignByHand(
  app: App,
  booking: BookingView,
  partnerId: string,
  force: boolean,
): Promise<Rejection | undefined> {
  const partner = await partnerById(app.reads, MARKETPLACE, partnerId);
  if (partner === undefined) return notFound("Partner");
  const unfit = refuseUnfit(partner);
  if (unfit !== undefined) return unfit;
  const visit = { startsAt: booking.starts_at, endsAt: booking.ends_at };
  if (!force && (await providerIsBusy(app.reads, partner.id, visit, booking.id))) {
    return reject("conflict", "partner_busy", "The partner has another visit at that time.");
  }
  const settings = await currentSettings(app);
  const done = await app.execute(bookings, booking.id, {
    type: "OfferToProvider",
    offerId: app.id("offer"),
    providerId: partner.id,
    by: "staff",
    score: null,
    sharePercent: 100 - settings.commission_percentage,
    respondBy: isoAfter(isoNow(app.clock), settings.partner_assignment_timeout * MINUTE),
    maxAttempts: MAX_OFFERS,
    replace: true,
  });
  return isRejection(done) ? done : undefined;
}

function refuseUnfit({ is_active, onboarding_status }: PartnerRow): Rejection | undefined {
  if (is_active && onboarding_status === "verified") return undefined;
  return reject("invalid", "partner_unfit", "The partner is not active or not verified.");
}
