import test, { type ExecutionContext } from "ava";
import fc from "fast-check";
import { assignments } from "../../../projections/assignments.js";
import { bookings } from "../../../projections/bookings/fold.js";
import { searchBookings, type BookingSearch } from "../../../projections/bookings/search.js";
import { partners } from "../../../projections/partners.js";
import type { Recorded } from "../../../src/kernel/event.js";
import type { Database } from "../../../src/platform/database/database.js";
import { applyPage, type Place } from "../../../src/platform/projecting/apply-page.js";
import { openPageSession } from "../../../src/platform/projecting/leadership.js";
import { LiveCheckpoints } from "../../../src/platform/projecting/live-checkpoints.js";
import { planProjections } from "../../../src/platform/projecting/planned-projection.js";
import { prepareTables } from "../../../src/platform/projecting/prepare-tables.js";
import { rebuild } from "../../../src/platform/projecting/rebuild.js";
import { StoredRows } from "../../../src/platform/projecting/stored-rows.js";
import { ArrayFeed } from "../../platform/projecting/array-feed.js";
import { dump, testDatabase } from "../../platform/projecting/engine.js";
import { anyBookings, DAYS, MARKETS, PEOPLE } from "./random-bookings.js";

const STATUSES = [
  "placed",
  "open",
  "confirmed",
  "in_progress",
  "completed",
  "cancelled",
  "refunded",
] as const;

/** Three in four searches leave a filter out, so that the few filters of each are met alone too. */
const seldom = <T>(values: readonly T[]) =>
  fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 3 },
    { arbitrary: fc.constantFrom(...values), weight: 1 },
  );

const aSearch = fc.record({
  marketplace: fc.constantFrom(...MARKETS),
  search: fc.record({
    status: seldom(STATUSES),
    from: seldom(DAYS),
    to: seldom(DAYS),
    providerId: seldom(PEOPLE),
    customerId: seldom(PEOPLE),
  }),
  limit: fc.integer({ min: 1, max: 9 }),
});

async function startOver(database: Database): Promise<void> {
  await database.transaction((transaction) =>
    transaction.script(
      "drop schema read cascade; create schema read; delete from ops.projections;" +
        "drop schema retired cascade; create schema retired",
    ),
  );
  await prepareTables(database, planProjections([bookings, partners, assignments]));
}

async function projectInPages(
  database: Database,
  log: readonly Recorded[],
  size: number,
): Promise<void> {
  await startOver(database);
  const connection = await openPageSession(database);
  const stored = new StoredRows(connection, "read");
  const target = { connection, stored, checkpoints: new LiveCheckpoints(connection, true) };
  let places: readonly Place[] = planProjections([bookings]).map((projection) => ({
    projection,
    position: 0,
  }));
  try {
    for (let from = 0; from < log.length; from += size) {
      const events = log.slice(from, from + size);
      places = await applyPage(target, places, { events, position: events.at(-1)?.position ?? 0 });
    }
  } finally {
    await connection.close();
  }
}

async function rebuildAll(database: Database, log: readonly Recorded[], mostRows: number) {
  await startOver(database);
  const feed = new ArrayFeed(log);
  const work = { definitions: [bookings], names: [], feed, database, mostRows, pageSize: 3 };
  const outcome = await rebuild(work);
  if (outcome.failed[0] !== undefined) throw outcome.failed[0].error;
}

/** The counts as rows that a plain count of the bookings gives, zeros left out. */
async function counts(database: Database): Promise<readonly (readonly string[])[]> {
  const folded = await database.rows<{ text: string }>(
    `SELECT concat_ws(' ', c.marketplace, c.day_of, c.day, folded.status, folded.n) AS text
       FROM booking_days c,
            LATERAL jsonb_each_text(to_jsonb(c) - '{marketplace,day_of,day}'::text[])
              folded(status, n)
      WHERE folded.n <> '0' ORDER BY text`,
  );
  const counted = await database.rows<{ text: string }>(
    `SELECT concat_ws(' ', marketplace, day_of, day, status, count(*)) AS text
       FROM bookings, LATERAL (VALUES ('visit', visit_date),
         ('placement', (created_at AT TIME ZONE 'UTC')::date)) of(day_of, day)
      GROUP BY marketplace, day_of, day, status ORDER BY text`,
  );
  return [folded, counted].map((rows) => rows.map(({ text }) => text));
}

/** The ids of all that are searched for, in order, by reading every booking. */
async function naively(
  database: Database,
  marketplace: string,
  { status, from, to, providerId, customerId }: BookingSearch,
): Promise<readonly string[]> {
  const order =
    from === undefined && to === undefined ? "created_at" : "visit_date DESC, starts_at";
  const rows = await database.rows<{ id: string }>(
    `SELECT id FROM bookings WHERE marketplace = $1 AND ($2::text IS NULL OR status = $2)
        AND ($3::date IS NULL OR visit_date >= $3) AND ($4::date IS NULL OR visit_date <= $4)
        AND ($5::text IS NULL OR provider_id = $5) AND ($6::text IS NULL OR customer_id = $6)
      ORDER BY ${order} DESC, id DESC`,
    [marketplace, status, from, to, providerId, customerId].map((value) => value ?? null),
  );
  return rows.map(({ id }) => id);
}

async function finds(
  t: ExecutionContext,
  database: Database,
  { marketplace, search, limit }: typeof aSearch extends fc.Arbitrary<infer T> ? T : never,
): Promise<void> {
  const all = await naively(database, marketplace, search);
  for (let offset = 0; offset <= all.length + limit; offset += limit) {
    const { rows, total } = await searchBookings(database, marketplace, search, { limit, offset });
    const story = JSON.stringify({ marketplace, search, limit, offset });
    t.is(total, all.length, story);
    t.deepEqual(
      rows.map(({ id }) => id),
      all.slice(offset, offset + limit),
      story,
    );
  }
}

test("bookings are counted and searched as by reading all of them, live or rebuilt", async (t) => {
  t.timeout(600_000);
  const database = await testDatabase(t);
  const searches = fc.array(aSearch, { minLength: 8, maxLength: 12 });
  const size = fc.integer({ min: 1, max: 9 });
  const few = fc.integer({ min: 2, max: 40 });
  await t.notThrowsAsync(
    fc.assert(
      fc.asyncProperty(anyBookings, size, few, searches, async (log, pageSize, mostRows, some) => {
        await projectInPages(database, log, pageSize);
        const [folded, counted] = await counts(database);
        t.deepEqual(folded, counted);
        for (const search of some) await finds(t, database, search);
        const live = await dump(database, "read.booking_days");
        await rebuildAll(database, log, mostRows);
        t.deepEqual(await dump(database, "read.booking_days"), live, "rebuilt");
        t.deepEqual((await counts(database))[0], counted, "rebuilt");
      }),
      { numRuns: 12 },
    ),
  );
});
