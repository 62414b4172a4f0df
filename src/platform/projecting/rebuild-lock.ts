import { ADVISORY_LOCKS } from "../database/advisory-locks.js";
import type { Connection } from "../database/connection.js";
import type { Database } from "../database/database.js";
import { tryLock } from "./leadership.js";

const REBUILD_LOCK = ADVISORY_LOCKS.rebuild;

/** One rebuild, verification or roll back at a time: they share the schema `rebuild`. */
export class RebuildRunning extends Error {
  override readonly name = "RebuildRunning";

  constructor() {
    super("a rebuild, verification or roll back is running already; see its status, or abort it");
  }
}

/**
 * Runs `work` alone on an emptied schema `rebuild`, and empties it afterwards. What a killed
 * process left there, tables and unfinished records, is cleared away first.
 */
export async function withRebuildLock<T>(
  database: Database,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<T> {
  const guard = await database.connect();
  try {
    if (!(await tryLock(guard, REBUILD_LOCK))) throw new RebuildRunning();
    await clear(guard);
    await guard.rows(
      "update ops.rebuilds set phase = 'failed', error = 'its process ended', ended_at = now() " +
        "where ended_at is null",
    );
    try {
      return await work(guard.lost);
    } finally {
      if (!guard.lost.aborted) await clear(guard);
    }
  } finally {
    await guard.close();
  }
}

/** Clears what a killed rebuild left, unless one is running. */
export async function clearLeftovers(database: Database): Promise<void> {
  const left = await database.rows(
    "select from pg_tables where schemaname = 'rebuild' " +
      "union all select from ops.rebuilds where ended_at is null",
  );
  if (left.length === 0) return;
  await withRebuildLock(database, () => Promise.resolve()).catch((error: unknown) => {
    if (!(error instanceof RebuildRunning)) throw error;
  });
}

async function clear(guard: Connection): Promise<void> {
  await guard.script("drop schema if exists rebuild cascade; create schema rebuild");
}
