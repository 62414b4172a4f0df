import test from "ava";
import fc from "fast-check";
import type { Recorded } from "../../../src/kernel/event.js";
import type { Database } from "../../../src/platform/database/database.js";
import { applyPage, type Place } from "../../../src/platform/projecting/apply-page.js";
import { openPageSession } from "../../../src/platform/projecting/leadership.js";
import { LiveCheckpoints, OutOfStep } from "../../../src/platform/projecting/live-checkpoints.js";
import { planProjections } from "../../../src/platform/projecting/planned-projection.js";
import { prepareTables } from "../../../src/platform/projecting/prepare-tables.js";
import { rebuild } from "../../../src/platform/projecting/rebuild.js";
import { StoredRows } from "../../../src/platform/projecting/stored-rows.js";
import { ArrayFeed } from "./array-feed.js";
import { dump, testDatabase } from "./engine.js";
import { anyLog, ledger } from "./random-ledger.js";

const TABLES = ["read.things", "read.snapshots", "read.totals", "read.counts"];

async function contents(database: Database): Promise<string[][]> {
  return Promise.all(TABLES.map((table) => dump(database, table)));
}

async function startOver(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.script(
      "drop schema read cascade; create schema read; delete from ops.projections;" +
        "drop schema retired cascade; create schema retired",
    );
  });
}

/** Projects the log live in pages of these sizes, over and over, each page twice. */
async function projectInPages(
  database: Database,
  log: readonly Recorded[],
  sizes: readonly number[],
): Promise<string[][]> {
  await startOver(database);
  const projections = planProjections([ledger]);
  await prepareTables(database, projections);
  const connection = await openPageSession(database);
  const stored = new StoredRows(connection, "read");
  const target = { connection, stored, checkpoints: new LiveCheckpoints(connection, true) };
  let places: readonly Place[] = projections.map((projection) => ({ projection, position: 0 }));
  try {
    for (let from = 0, page = 0; from < log.length; page += 1) {
      const events = log.slice(from, (from += sizes[page % sizes.length] ?? 1));
      const position = events.at(-1)?.position ?? 0;
      const before = places;
      places = await applyPage(target, places, { events, position });
      await applyPage(target, places, { events, position });
      await applyPage(target, before, { events, position }).catch((error: unknown) => {
        if (!(error instanceof OutOfStep)) throw error;
      });
    }
  } finally {
    await connection.close();
  }
  return contents(database);
}

async function rebuildAll(
  database: Database,
  log: readonly Recorded[],
  memory: { readonly pageSize?: number; readonly mostRows?: number },
): Promise<string[][]> {
  await startOver(database);
  const feed = new ArrayFeed(log);
  const outcome = await rebuild({ definitions: [ledger], names: [], feed, database, ...memory });
  if (outcome.failed[0] !== undefined) throw outcome.failed[0].error;
  return contents(database);
}

test("one at a time, in any pages, twice, or rebuilt: the same rows, byte for byte", async (t) => {
  const database = await testDatabase(t);
  const pageSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  await t.notThrowsAsync(
    fc.assert(
      fc.asyncProperty(
        anyLog,
        pageSizes,
        fc.integer({ min: 2, max: 9 }),
        async (log, sizes, few) => {
          const oneByOne = await projectInPages(database, log, [1]);
          t.deepEqual(await projectInPages(database, log, sizes), oneByOne, "any paging");
          t.deepEqual(await rebuildAll(database, log, {}), oneByOne, "rebuilt in memory");
          const small = { mostRows: few, pageSize: sizes[0] ?? 1 };
          t.deepEqual(await rebuildAll(database, log, small), oneByOne, "rebuilt, spilling");
        },
      ),
      { numRuns: 20 },
    ),
  );
});
