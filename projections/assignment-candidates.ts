import type { ReadModel } from "../src/kernel/read-model.js";
import type { PartnerRow } from "./partners-table.js";

export interface CandidateRow
  extends Pick<
    PartnerRow,
    | "id"
    | "categories"
    | "tiers"
    | "radius_km"
    | "working_hours"
    | "rating_sum"
    | "rating_count"
    | "total_bookings"
    | "cancelled_bookings"
  > {
  readonly current_lat: number;
  readonly current_lng: number;
  /** Live visits of that day as [start, end] instants. */
  readonly visits: readonly (readonly [string, string])[];
}

/**
 * Partners who could take a visit: active, available, verified, with a known position within
 * their own radius of the place by a bounding box; the exact rules are the booking module's.
 *
 * @param from, to the day around the visit, as instants
 */
export function assignmentCandidates(
  reads: ReadModel,
  marketplace: string,
  place: { readonly lat: number; readonly lng: number },
  from: string,
  to: string,
): Promise<CandidateRow[]> {
  return reads.rows(
    `SELECT p.id, p.categories, p.tiers, p.radius_km, p.working_hours, p.rating_sum,
            p.rating_count, p.total_bookings, p.cancelled_bookings, p.current_lat, p.current_lng,
            COALESCE(v.visits, '[]'::jsonb) AS visits
       FROM partners p
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_array(a.starts_at, a.ends_at)) AS visits
           FROM assignments a
          WHERE a.provider_id = p.id
            AND a.status IN ('assigned', 'accepted', 'in_transit', 'arrived')
            AND a.starts_at < $5 AND a.ends_at > $4) v ON true
      WHERE p.marketplace = $1 AND p.is_active AND p.is_available
        AND p.onboarding_status = 'verified'
        AND p.rating_sum >= 4 * p.rating_count AND p.rating_count > 0
        AND p.current_lat BETWEEN $2 - p.radius_km / 110.5 AND $2 + p.radius_km / 110.5
        AND abs(p.current_lng - $3) * 110.5 * cos(radians($2)) <= p.radius_km * 1.05`,
    [marketplace, place.lat, place.lng, from, to],
  );
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
