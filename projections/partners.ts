import { MINUTE } from "../src/kernel/clock.js";
import type { Of } from "../src/kernel/event.js";
import { defineProjection } from "../src/kernel/projection.js";
import type { BookingEvent } from "../src/modules/booking/events.js";
import { sinceMidnight } from "../src/modules/booking/working-day.js";
import type { EarningEvent } from "../src/modules/earning/events.js";
import type {
  Capabilities,
  PartnerEvent,
  PartnerKyc,
  PartnerProfile,
  WorkingHours,
} from "../src/modules/partner/events.js";
import type { PayoutEvent } from "../src/modules/payout/events.js";
import { partnersTable as table, type PartnerRow } from "./partners-table.js";

/** Partners with counters: total on accept, cancelled only once accepted (partner.10). */
export const partners = defineProjection<PartnerEvent | BookingEvent | EarningEvent | PayoutEvent>({
  name: "partners",
  version: 5,
  tables: [table],
  on: {
    PartnerRegistered: (event, rows) => rows.insert(table, registered(event)),
    PartnerChanged: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.partnerId },
        {
          is_active: data.isActive,
          ...written(data),
          updated_at: metadata.occurredAt,
        },
      ),
    PartnerSignedIn: ({ data, metadata }, rows) =>
      rows.patch(table, { id: data.partnerId }, { last_seen_at: metadata.occurredAt }),
    PartnerVerified: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.partnerId },
        { onboarding_status: "verified", updated_at: metadata.occurredAt },
      ),
    PartnerRejected: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.partnerId },
        { onboarding_status: "rejected", updated_at: metadata.occurredAt },
      ),
    PartnerAvailabilityChanged: ({ data, metadata }, rows) =>
      rows.update(table, { id: data.partnerId }, (row) => ({
        ...row,
        is_available: data.isAvailable,
        current_lat: data.lat ?? row.current_lat,
        current_lng: data.lng ?? row.current_lng,
        last_seen_at: metadata.occurredAt,
      })),
    PartnerWorkingHoursChanged: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.partnerId },
        { ...workingTime(data.workingHours), updated_at: metadata.occurredAt },
      ),
    OfferAccepted: ({ data }, rows) =>
      rows.add(table, { id: data.providerId }, { total_bookings: 1 }),
    BookingCompleted: ({ data }, rows) =>
      rows.add(table, { id: data.providerId }, { completed_bookings: 1 }),
    BookingCancelled: ({ data }, rows) => {
      if (data.providerId === null || !data.offerAccepted) return;
      rows.add(table, { id: data.providerId }, { cancelled_bookings: 1 });
    },
    BookingRated: ({ data }, rows) =>
      rows.add(table, { id: data.providerId }, { rating_sum: data.rating, rating_count: 1 }),
    EarningAccrued: ({ data }, rows) =>
      rows.add(
        table,
        { id: data.providerId },
        { total_earnings: data.amount, pending_payout: data.amount },
      ),
    EarningReversed: ({ data }, rows) =>
      rows.add(
        table,
        { id: data.providerId },
        { total_earnings: -data.fromPending, pending_payout: -data.fromPending },
      ),
    PayoutCompleted: ({ data }, rows) => {
      if (data.source !== "provider") return;
      rows.add(table, { id: data.payeeId }, { pending_payout: -data.gross });
    },
  },
});

function registered({ data, metadata }: Of<PartnerEvent, "PartnerRegistered">): PartnerRow {
  return {
    id: data.partnerId,
    marketplace: metadata.marketplace,
    code: data.code,
    ...written(data),
    ...workingTime(data.workingHours),
    is_active: true,
    is_available: true,
    onboarding_status: "pending",
    current_lat: null,
    current_lng: null,
    last_seen_at: null,
    rating_sum: 0,
    rating_count: 0,
    total_bookings: 0,
    completed_bookings: 0,
    cancelled_bookings: 0,
    total_earnings: 0,
    pending_payout: 0,
    created_at: metadata.occurredAt,
    updated_at: metadata.occurredAt,
  };
}

function workingTime(hours: WorkingHours) {
  const worked = sinceMidnight(hours.end) - sinceMidnight(hours.start);
  return { working_hours: hours, working_minutes: worked / MINUTE };
}

function written(data: {
  readonly capabilities: Capabilities;
  readonly profile: PartnerProfile;
  readonly kyc: PartnerKyc;
}) {
  const { capabilities, profile, kyc } = data;
  return {
    name: profile.name,
    phone: profile.phone,
    email: profile.email,
    address: profile.address,
    kyc,
    categories: capabilities.categories,
    tiers: capabilities.tiers,
    radius_km: capabilities.radiusKm,
  };
}
