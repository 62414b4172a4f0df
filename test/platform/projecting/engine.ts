import type { ExecutionContext } from "ava";
import { pino } from "pino";
import { migrations } from "../../../migrations/index.js";
import type { ProjectionDefinition } from "../../../src/kernel/projection.js";
import { openDatabase, type Database } from "../../../src/platform/database/database.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { watchProgress } from "../../../src/platform/projecting/progress.js";
import {
  runProjections,
  type RunProjectionsOptions,
} from "../../../src/platform/projecting/run-projections.js";
import { createTestDatabase } from "../../world/database.js";
import type { ArrayFeed } from "./array-feed.js";

export const silent = pino({ level: "silent" });

/** A migrated database of the test's own, closed and dropped with it. */
export async function testDatabase(t: ExecutionContext): Promise<Database & { url: string }> {
  const created = await createTestDatabase();
  const { url } = created;
  await migrate(url, migrations);
  const database = openDatabase({ url, poolSize: 4 });
  t.teardown(async () => {
    await database.close();
    await created.drop();
  });
  return { ...database, url };
}

/** A running projector with the progress it tells; stopped with the test. */
export function runEngine(
  t: ExecutionContext,
  database: Database,
  feed: ArrayFeed,
  definitions: readonly ProjectionDefinition[],
  hooks: Pick<RunProjectionsOptions, "onStopped" | "onPage"> = {},
) {
  const watched = watchProgress(database);
  const { progress } = watched;
  const runner = runProjections({ definitions, feed, database, log: silent, progress, ...hooks });
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await runner.stop();
    watched.close();
  };
  t.teardown(stop);
  return {
    stop,
    /** Waits until everything in the feed is projected. */
    async caughtUp(): Promise<void> {
      t.true(await watched.reached(await feed.end(), 120_000), "projected in time");
    },
  };
}

/** All rows of a table as Postgres prints them, ordered by that text. */
export async function dump(database: Database, table: string): Promise<string[]> {
  const rows = await database.rows<{ text: string }>(
    `select t::text as text from ${table} as t order by t::text collate "C"`,
  );
  return rows.map(({ text }) => text);
}
