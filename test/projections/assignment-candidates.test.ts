import test from "ava";
import fc from "fast-check";
import { assignmentCandidates } from "../../projections/assignment-candidates.js";
import { assignments } from "../../projections/assignments.js";
import { partners } from "../../projections/partners.js";
import { rankCandidates, type Candidate, type Need } from "../../src/modules/booking/assignment.js";
import type { Database } from "../../src/platform/database/database.js";
import { planProjections } from "../../src/platform/projecting/planned-projection.js";
import { prepareTables } from "../../src/platform/projecting/prepare-tables.js";
import { terms } from "../modules/booking/a-booking.js";
import { testDatabase } from "../platform/projecting/engine.js";

/** A Saturday, 10:00 to 12:00 in Bengaluru. */
const need: Need = {
  categories: ["Facial"],
  tiers: ["premium"],
  position: { lat: 12.9716, lng: 77.5946 },
  visit: terms.visit,
  excluded: ["partner-0"],
};

const day = Date.parse(terms.visit.startsAt.slice(0, 10));
const at = (minutes: number): string => new Date(day + minutes * 60_000).toISOString();
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const hours = fc
  .tuple(fc.integer({ min: 300, max: 660 }), fc.integer({ min: 240, max: 720 }))
  .map(([start, length]) => ({ start: clock(start), end: clock(start + length) }));

const taken = fc
  .tuple(fc.integer({ min: -300, max: 1_500 }), fc.integer({ min: 15, max: 240 }))
  .map(([start, length]) => [at(start), at(start + length)] as const);

const somebody = fc.record({
  position: fc.record({
    lat: fc.double({ min: 12.9, max: 13.1, noNaN: true }),
    lng: fc.double({ min: 77.5, max: 77.7, noNaN: true }),
  }),
  categories: fc.subarray(["Facial", "Hair"], { minLength: 1 }),
  tiers: fc.subarray(["premium", "basic"], { minLength: 1 }),
  radiusKm: fc.integer({ min: 5, max: 30 }),
  workingHours: fc
    .tuple(hours, fc.subarray([5, 6, 7], { minLength: 2 }))
    .map(([time, days]) => ({ ...time, days })),
  ratings: fc.array(fc.constantFrom(3, 4, 5, 5), { minLength: 1, maxLength: 6 }),
  totalBookings: fc.integer({ min: 0, max: 20 }),
  cancelled: fc.integer({ min: 0, max: 20 }),
  taken: fc.array(taken, { maxLength: 3 }),
});

type Somebody = typeof somebody extends fc.Arbitrary<infer T> ? T : never;

const INSERT = `
  WITH rows AS (SELECT * FROM jsonb_to_recordset($1) AS r(id text, categories jsonb, tiers jsonb,
      radius double precision, hours jsonb, minutes integer,
      lat double precision, lng double precision,
      sum integer, count integer, total integer, cancelled integer, taken jsonb)),
  partner AS (INSERT INTO partners (id, marketplace, code, name, phone, kyc, categories, tiers,
      radius_km, working_hours, working_minutes, is_active, is_available, onboarding_status,
      current_lat, current_lng, rating_sum, rating_count, total_bookings, completed_bookings,
      cancelled_bookings, total_earnings, pending_payout, created_at, updated_at)
    SELECT id, 'm', id, id, id, '{}', categories, tiers, radius, hours,
      minutes, true, true, 'verified',
      lat, lng, sum, count, total, 0, cancelled, 0, 0, now(), now() FROM rows)
  INSERT INTO assignments (booking_id, marketplace, starts_at, ends_at, status, provider_id,
      attempt)
    SELECT id || t.nth, 'm', (t.pair->>0)::timestamptz, (t.pair->>1)::timestamptz, 'accepted',
      id, 1
    FROM rows, jsonb_array_elements(taken) WITH ORDINALITY AS t(pair, nth)`;

async function store(database: Database, crowd: readonly Somebody[]): Promise<Candidate[]> {
  await database.rows("DELETE FROM partners");
  await database.rows("DELETE FROM assignments");
  const rows = crowd.map((one, index) => ({
    ...one,
    id: `partner-${index}`,
    radius: one.radiusKm,
    hours: one.workingHours,
    minutes: minutes(one.workingHours.end) - minutes(one.workingHours.start),
    ...one.position,
    sum: one.ratings.reduce((sum, stars) => sum + stars, 0),
    count: one.ratings.length,
    total: one.totalBookings,
    cancelled: Math.min(one.cancelled, one.totalBookings),
  }));
  await database.rows(INSERT, [JSON.stringify(rows)]);
  return rows.map(({ id, sum, count, total, cancelled, ...one }) => ({
    ...one,
    providerId: id,
    rating: Math.round((sum / count) * 100) / 100,
    totalBookings: total,
    cancelledBookings: cancelled,
  }));
}

test("whoever is best of all is best among those that are looked at", async (t) => {
  const database = await testDatabase(t);
  await prepareTables(database, planProjections([assignments, partners]));
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(somebody, { minLength: 30, maxLength: 90, size: "max" }),
      async (crowd) => {
        const all = await store(database, crowd);
        const found = await assignmentCandidates(database, "m", need, 2);
        const [best] = rankCandidates(need, all);
        const [seen] = rankCandidates(need, found);
        t.is(seen?.providerId, best?.providerId);
        t.is(seen?.score.total, best?.score.total);
        if (best !== undefined) decided += 1;
      },
    ),
    { numRuns: 60 },
  );
  t.true(decided > 40, String(decided));
});
