import { DAY, isoAfter, MINUTE } from "../src/kernel/clock.js";
import type { ReadModel } from "../src/kernel/read-model.js";
import {
  ASSIGNMENT_WEIGHTS,
  HALF_SCORE_KM,
  LOWEST_RATING,
  rankCandidates,
  type Candidate,
  type Need,
} from "../src/modules/booking/assignment.js";
import { boxAround, RADIUS_KM } from "../src/modules/booking/great-circle.js";
import { visitTime } from "../src/modules/booking/working-day.js";
import { meanRating, type PartnerRow } from "./partners-table.js";

interface NearRow extends PartnerRow {
  readonly current_lat: number;
  readonly current_lng: number;
  readonly visits: readonly (readonly [string, string])[] | null;
}

interface CandidateRow extends NearRow {
  readonly most: number;
}

/** Partners that are looked at closely, of all who may be near; four times as many if need be. */
const SLICE = 12;

/** Kilometres around the place that are searched first; four times as many if need be. */
const FIRST_KM = 2;

/** Who is farther away than this is looked for wherever they are. */
const LAST_KM = 64;

/** Half of what a mean is rounded by, and more than what arithmetic loses. */
const ROUNDING = 0.0051;

/** More than what arithmetic loses of a score or of kilometres. */
const LOSS = 1e-6;

const { distance, rating, availability, reliability } = ASSIGNMENT_WEIGHTS;

/** What all but nearness can come to. */
const REST = rating + availability + reliability;

/** Radians of degrees, moved off the numbers that are too small for Postgres to multiply. */
const radians = (degrees: string): string => `radians(${degrees} + '1e-100'::float8)`;

/** Kilometres to the place ($2, $3), as the booking module works them out. */
const KILOMETRES = `2 * ${RADIUS_KM} * asin(least(1, sqrt(
  sin(${radians("p.current_lat - $2")} / 2) ^ 2
    + cos(${radians("$2")}) * cos(${radians("p.current_lat")})
    * sin(${radians("p.current_lng - $3")} / 2) ^ 2)))`;

/** Who may be sent to the place, as far as plain columns and their own radius tell. */
const REACHABLE = `p.marketplace = $1 AND p.is_active AND p.is_available
  AND p.onboarding_status = 'verified' AND p.rating_count > 0
  AND p.rating_sum >= ${LOWEST_RATING - ROUNDING}::float8 * p.rating_count
  AND p.current_lat BETWEEN $2 - p.radius_km / 110.5 AND $2 + p.radius_km / 110.5
  AND km <= p.radius_km + ${LOSS}`;

const CONSIDERED = `p.id, p.categories, p.tiers, p.radius_km, p.working_hours, p.rating_sum,
  p.rating_count, p.total_bookings, p.cancelled_bookings, p.current_lat, p.current_lng`;

/** No score is higher than this: it is the score of somebody who has no visits yet. */
const MOST = `${distance} * ${HALF_SCORE_KM} / (${HALF_SCORE_KM} + km)
  + ${rating} * (p.rating_sum::float8 / p.rating_count + ${ROUNDING}) / 5
  + ${availability} * greatest(0, p.working_minutes / 1440.0::float8)
  + ${reliability} * CASE p.total_bookings WHEN 0 THEN 1
      ELSE 1 - p.cancelled_bookings::float8 / p.total_bookings END + ${LOSS}`;

/**
 * Those in a box ($13 to $16) by the highest score that they may have, the most promising first;
 * only they are looked into for what they offer and when they work. Keys are compared by bytes,
 * other texts by the server's locale: without a word on it no index finds the visits.
 */
const CANDIDATES = `
  SELECT near.*, v.visits FROM (
    SELECT * FROM (
      SELECT ${CONSIDERED}, ${MOST} AS most
        FROM partners p, LATERAL (SELECT ${KILOMETRES} AS km OFFSET 0) d
       WHERE ${REACHABLE} AND p.id <> ALL ($4)
         AND p.current_lat BETWEEN $13 AND $14 AND p.current_lng BETWEEN $15 AND $16
       ORDER BY most DESC, p.id OFFSET 0) p
     WHERE p.categories @> $5 AND p.tiers @> $6 AND p.working_hours->'days' @> $10
       AND left(p.working_hours->>'start', 5) <= $11 AND left(p.working_hours->>'end', 5) >= $12
     LIMIT $7) near
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(a.starts_at, a.ends_at)) AS visits
      FROM assignments a
     WHERE a.provider_id = near.id COLLATE "default"
       AND a.status IN ('assigned', 'accepted', 'in_transit', 'arrived')
       AND a.starts_at < $9 AND a.ends_at > $8) v ON true
  ORDER BY near.most DESC, near.id`;

/**
 * Partners who could take a visit: active, available, verified, well rated, near enough, at work.
 * Not all of them where there are many, but the one among them whom the booking module ranks first:
 * nobody who is left out could have a higher score.
 *
 * @param slice how many are looked at first, for tests
 */
export async function assignmentCandidates(
  reads: ReadModel,
  marketplace: string,
  need: Need,
  slice = SLICE,
): Promise<Candidate[]> {
  const ask = asking(reads, marketplace, need);
  let [km, most] = [FIRST_KM, slice];
  for (;;) {
    const rows = await ask(km, most);
    const candidates = rows.map(candidate);
    const best = rankCandidates(need, candidates)[0]?.score.total ?? 0;
    const beyond = highestBeyond(km);
    const within = rows.length < most ? 0 : (rows.at(-1)?.most ?? 0);
    if (best > Math.max(within, beyond)) return candidates;
    if (within >= best && within > 0) most *= 4;
    else if (km === Infinity) return candidates;
    else km = wider(km, best);
  }
}

/** Asks for the most promising within so many kilometres, at most so many of them. */
function asking(reads: ReadModel, marketplace: string, need: Need) {
  const { position, visit, excluded, categories, tiers } = need;
  const span = [isoAfter(visit.startsAt, -DAY), isoAfter(visit.endsAt, DAY)];
  const asked = [excluded, JSON.stringify(categories), JSON.stringify(tiers)];
  const { weekday, midnight, from, to } = visitTime(visit);
  const hours = [String(weekday), wallTime(from - midnight), wallTime(to - midnight)];
  const known = [marketplace, position.lat, position.lng, ...asked];
  return (km: number, most: number): Promise<CandidateRow[]> => {
    const { south, north, west, east } = boxAround(position, km);
    return reads.rows(CANDIDATES, [...known, most, ...span, ...hours, south, north, west, east]);
  };
}

/** No score of anybody who is farther away is higher: it is the best in everything else. */
function highestBeyond(km: number): number {
  return km === Infinity ? 0 : distance * (HALF_SCORE_KM / (HALF_SCORE_KM + km)) + REST + LOSS;
}

/** The kilometres to search next; no farther than where nobody can be better than the best. */
function wider(km: number, best: number): number {
  const over = best - REST - LOSS;
  const enough = over > 0 ? (distance * HALF_SCORE_KM) / over - HALF_SCORE_KM + LOSS : Infinity;
  const next = Math.min(km * 4, enough);
  return next > LAST_KM ? Infinity : next;
}

/** More than these are enough for any hour: who is left out would only make it surer. */
const MOST_NEAR = 200;

/** By id; the visits within the span ($7 to $8). */
const NEAR = `
  SELECT near.*, v.visits FROM (
    SELECT ${CONSIDERED}
      FROM partners p, LATERAL (SELECT ${KILOMETRES} AS km OFFSET 0) d
     WHERE ${REACHABLE} AND p.categories @> $4 AND p.tiers @> $5
     ORDER BY p.id LIMIT $6) near
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(a.starts_at, a.ends_at)) AS visits
      FROM assignments a
     WHERE a.provider_id = near.id COLLATE "default"
       AND a.status IN ('assigned', 'accepted', 'in_transit', 'arrived')
       AND a.starts_at < $8 AND a.ends_at > $7) v ON true`;

/**
 * Partners who serve such an order near a place at whatever hour, with their visits within the
 * span; at most 200 of them, which is enough to tell at which hours somebody is free.
 */
export async function partnersNear(
  reads: ReadModel,
  marketplace: string,
  { position, categories, tiers }: Pick<Need, "position" | "categories" | "tiers">,
  span: { readonly from: string; readonly to: string },
): Promise<Candidate[]> {
  const asked = [JSON.stringify(categories), JSON.stringify(tiers), MOST_NEAR];
  const values = [marketplace, position.lat, position.lng, ...asked, span.from, span.to];
  return (await reads.rows<NearRow>(NEAR, values)).map(candidate);
}

/** Milliseconds after midnight as working hours are written: `10:30`. */
function wallTime(since: number): string {
  const minutes = Math.floor(since / MINUTE);
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");
}

function candidate(row: NearRow): Candidate {
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
