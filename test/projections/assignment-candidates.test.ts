import test, { type ExecutionContext } from "ava";
import fc from "fast-check";
import { assignmentCandidates } from "../../projections/assignment-candidates.js";
import { assignments } from "../../projections/assignments.js";
import { partners } from "../../projections/partners.js";
import { rankCandidates, type Candidate, type Need } from "../../src/modules/booking/assignment.js";
import type { Position } from "../../src/modules/booking/great-circle.js";
import type { Database } from "../../src/platform/database/database.js";
import { planProjections } from "../../src/platform/projecting/planned-projection.js";
import { prepareTables } from "../../src/platform/projecting/prepare-tables.js";
import { terms } from "../modules/booking/a-booking.js";
import { testDatabase } from "../platform/projecting/engine.js";

/** A Saturday, 10:00 to 12:00. */
const need: Omit<Need, "position"> = {
  categories: ["Facial"],
  tiers: ["premium"],
  visit: terms.visit,
  excluded: ["partner-0"],
};

const BENGALURU = { lat: 12.9716, lng: 77.5946 };

/** Where a box of latitudes and longitudes is cut by the edge of the map. */
const EDGES = [
  { lat: -16.8, lng: 179.99 },
  { lat: 65, lng: -180 },
  { lat: 0, lng: 180 },
  { lat: 89.99, lng: 20 },
  { lat: -90, lng: 0 },
];

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

const northOrEast = fc.double({ min: -1, max: 1, noNaN: true });

const somebody = fc.record({
  /** From the place towards north and east, in parts of the town's size. */
  away: fc.tuple(northOrEast, northOrEast),
  categories: fc.subarray(["Facial", "Hair"], { minLength: 1 }),
  tiers: fc.subarray(["premium", "basic"], { minLength: 1 }),
  radiusKm: fc.integer({ min: 5, max: 130 }),
  workingHours: fc
    .tuple(hours, fc.subarray([5, 6, 7], { minLength: 2 }))
    .map(([time, days]) => ({ ...time, days })),
  ratings: fc.array(fc.constantFrom(3, 4, 5, 5), { minLength: 1, maxLength: 6 }),
  totalBookings: fc.integer({ min: 0, max: 20 }),
  cancelled: fc.integer({ min: 0, max: 20 }),
  taken: fc.array(taken, { maxLength: 3 }),
});

type Somebody = typeof somebody extends fc.Arbitrary<infer T> ? T : never;

/** A place and how far around it people live, in degrees of latitude. */
interface Town {
  readonly place: Position;
  readonly size: number;
}

function homeIn({ place, size }: Town, [north, east]: readonly [number, number]): Position {
  const lat = Math.max(-90, Math.min(90, place.lat + north * size));
  const parallel = Math.max(0.01, Math.cos((place.lat * Math.PI) / 180));
  const lng = place.lng + Math.min(180, size / parallel) * east;
  return { lat, lng: lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng };
}

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

async function store(
  database: Database,
  town: Town,
  crowd: readonly Somebody[],
): Promise<Candidate[]> {
  await database.rows("DELETE FROM partners");
  await database.rows("DELETE FROM assignments");
  const rows = crowd.map((one, index) => ({
    ...one,
    position: homeIn(town, one.away),
    id: `partner-${index}`,
    radius: one.radiusKm,
    hours: one.workingHours,
    minutes: minutes(one.workingHours.end) - minutes(one.workingHours.start),
    ...homeIn(town, one.away),
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

/** Whether anybody was found, and the same as by looking at everybody. */
async function findsTheBest(
  t: ExecutionContext,
  database: Database,
  town: Town,
  crowd: readonly Somebody[],
): Promise<boolean> {
  const all = await store(database, town, crowd);
  const asked = { ...need, position: town.place };
  const found = await assignmentCandidates(database, "m", asked, 2);
  const [best] = rankCandidates(asked, all);
  const [seen] = rankCandidates(asked, found);
  t.deepEqual(seen, best);
  return best !== undefined;
}

const crowds = fc.array(somebody, { minLength: 30, maxLength: 90, size: "max" });
/** From a few streets to a region where the nearest are far away. */
const sizes = fc.constantFrom(0.01, 0.1, 1, 3);

async function preparedDatabase(t: ExecutionContext): Promise<Database> {
  const database = await testDatabase(t);
  await prepareTables(database, planProjections([assignments, partners]));
  return database;
}

test("whoever is best of all is best among those that are looked at", async (t) => {
  const database = await preparedDatabase(t);
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(crowds, sizes, async (crowd, size) => {
      const town = { place: BENGALURU, size };
      if (await findsTheBest(t, database, town, crowd)) decided += 1;
    }),
    { numRuns: 60 },
  );
  t.true(decided > 30, String(decided));
});

test("the best is found at the edges of the map, too", async (t) => {
  const database = await preparedDatabase(t);
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...EDGES), sizes, crowds, async (place, size, crowd) => {
      if (await findsTheBest(t, database, { place, size }, crowd)) decided += 1;
    }),
    { numRuns: 60 },
  );
  t.true(decided > 30, String(decided));
});

/** As good as can be, a given way to the north of the place. */
const oneAt = (degreesNorth: number, more: Partial<Somebody> = {}): Somebody => ({
  away: [degreesNorth, 0],
  categories: ["Facial"],
  tiers: ["premium"],
  radiusKm: 130,
  workingHours: { start: "00:00", end: "24:00", days: [6] },
  ratings: [5],
  totalBookings: 0,
  cancelled: 0,
  taken: [],
  ...more,
});

const worse: Partial<Somebody> = {
  ratings: [4],
  workingHours: { start: "09:00", end: "13:00", days: [6] },
  totalBookings: 10,
};

test("somebody better is found behind every border that is searched within", async (t) => {
  const database = await preparedDatabase(t);
  const nobody = oneAt(0);
  for (const km of [0.5, 0.999_999, 1.000_001, 3, 4.000_001, 15, 17, 63.9, 64.1, 129]) {
    const degrees = km / 111.195;
    const town = { place: BENGALURU, size: 1 };
    const cancelled = Math.min(10, Math.ceil(km));
    const nearer = oneAt(degrees / 2, { ...worse, cancelled });
    t.true(await findsTheBest(t, database, town, [nobody, nearer, oneAt(degrees)]), `${km} km`);
    t.true(await findsTheBest(t, database, town, [nobody, oneAt(degrees)]), `${km} km, alone`);
  }
  t.false(await findsTheBest(t, database, { place: BENGALURU, size: 1 }, [nobody, oneAt(1.2)]));
});
