import { setTimeout as sleep } from "node:timers/promises";
import type { Connection, ConnectionOptions } from "../database/connection.js";
import { ADVISORY_LOCKS } from "../database/advisory-locks.js";
import type { Database } from "../database/database.js";

const LEADER_LOCK = ADVISORY_LOCKS.projecting;

/** Milliseconds between a standby's tries. */
const RETRY = 250;

/** Milliseconds after which a leader takes a silent Postgres for gone and starts over. */
const PATIENCE = 30_000;

/**
 * Rows are found by key only, so the planner is kept from scanning tables whose statistics are
 * still those of an empty one; plans are made once.
 */
const BY_KEY_ONLY = `
  set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
  set plan_cache_mode = force_generic_plan; set jit = off;
`;

/** A session for pages: it sends without waiting and finds rows by their keys. */
export async function openPageSession(
  database: Database,
  options: Pick<ConnectionOptions, "patience"> = {},
): Promise<Connection> {
  const connection = await database.connect({ pipeline: true, ...options });
  try {
    await connection.script(BY_KEY_ONLY);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

export async function tryLock(connection: Connection, lock: number): Promise<boolean> {
  const [row] = await connection.rows<{ locked: boolean }>(
    "select pg_try_advisory_lock($1) as locked",
    [lock],
  );
  return row?.locked ?? false;
}

/**
 * Waits until this process leads and returns the session that holds the lock. All pages are
 * written through that very session: a leader that lost it cannot write any more.
 *
 * @returns undefined when the signal aborted first
 */
export async function lead(
  database: Database,
  signal: AbortSignal,
): Promise<Connection | undefined> {
  const connection = await openPageSession(database, { patience: PATIENCE });
  try {
    while (!signal.aborted) {
      if (await tryLock(connection, LEADER_LOCK)) return connection;
      await sleep(RETRY, undefined, { signal }).catch(() => undefined);
    }
  } catch (error) {
    await connection.close();
    throw error;
  }
  await connection.close();
  return undefined;
}
