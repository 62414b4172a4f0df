import type { ReadModel } from "../src/kernel/read-model.js";
import type { Candidate } from "../src/modules/booking/assignment.js";
import { meanRating, type PartnerRow } from "./partners-table.js";

type Position = Candidate["position"];

interface CandidateRow extends PartnerRow {
  readonly current_lat: number;
  readonly current_lng: number;
  readonly visits: readonly (readonly [string, string])[] | null;
}

/**
 * Partners who could take a visit: active, available, verified, rated, with a known position. A
 * bounding box of each partner's own radius keeps the list short; the exact rules are decided by
 * the booking module.
 *
 * @param span the time around the visit of which taken times matter, as instants
 */
export async function assignmentCandidates(
  reads: ReadModel,
  marketplace: string,
  place: Position,
  span: { readonly from: string; readonly to: string },
): Promise<Candidate[]> {
  const rows = await reads.rows<CandidateRow>(
    `SELECT p.id, p.categories, p.tiers, p.radius_km, p.working_hours, p.rating_sum,
            p.rating_count, p.total_bookings, p.cancelled_bookings, p.current_lat, p.current_lng,
            v.visits
       FROM partners p
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_array(a.starts_at, a.ends_at)) AS visits
           FROM assignments a
          WHERE a.provider_id = p.id
            AND a.status IN ('assigned', 'accepted', 'in_transit', 'arrived')
            AND a.starts_at < $5 AND a.ends_at > $4) v ON true
      WHERE p.marketplace = $1 AND p.is_active AND p.is_available
        AND p.onboarding_status = 'verified' AND p.rating_count > 0
        AND p.current_lat BETWEEN $2 - p.radius_km / 110.5 AND $2 + p.radius_km / 110.5
        AND abs(p.current_lng - $3) * 110.5 * cos(radians($2)) <= p.radius_km * 1.05`,
    [marketplace, place.lat, place.lng, span.from, span.to],
  );
  return rows.map(candidate);
}

function candidate(row: CandidateRow): Candidate {
  return {
    providerId: row.id,
    position: { lat: row.current_lat, lng: row.current_lng },
    categories: row.categories,
    tiers: row.tiers,
    radiusKm: row.radius_km,
    workingHours: row.working_hours,
    rating: meanRating(row),
    totalBookings: row.total_bookings,
    cancelledBookings: row.cancelled_bookings,
    taken: row.visits ?? [],
  };
}

/** Whether a provider has a live visit that overlaps, other than the given booking's. */
export async function providerIsBusy(
  reads: ReadModel,
  providerId: string,
  visit: { readonly startsAt: string; readonly endsAt: string },
  exceptBooking: string,
): Promise<boolean> {
  const rows = await reads.rows(
    `SELECT 1 FROM assignments
      WHERE provider_id = $1 AND booking_id <> $4
        AND status IN ('assigned', 'accepted', 'in_transit', 'arrived')
        AND starts_at < $3 AND ends_at > $2 LIMIT 1`,
    [providerId, visit.startsAt, visit.endsAt, exceptBooking],
  );
  return rows.length > 0;
}
