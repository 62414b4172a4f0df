import type { Database } from "../database/database.js";
import {
  announceChange,
  lockStandings,
  setState,
  standings,
  type Standing,
} from "./bookkeeping.js";
import { catchUp } from "./catch-up.js";
import { goLive } from "./go-live.js";
import { lockTables, patiently } from "./lock-tables.js";
import { openPageSession } from "./leadership.js";
import type { PlannedProjection } from "./planned-projection.js";
import { withRebuildLock } from "./rebuild-lock.js";
import { chosen, type Projecting } from "./rebuild.js";
import { StoredRows } from "./stored-rows.js";
import { exchangeTables } from "./swap-tables.js";

/** There are no retired tables to go back to. */
export class NothingRetired extends Error {
  override readonly name = "NothingRetired";
}

/**
 * Puts a projection's retired tables back in the place of the live ones, which retire in turn.
 *
 * Tables of the code's own version are caught up first, so that nobody reads anything old. Others
 * go live as they are: only the code of their version can catch them up, once it runs.
 *
 * @returns the version and position that are live now
 */
export async function rollBack(
  { definitions, feed, database }: Projecting,
  name: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly version: number; readonly position: number }> {
  const [projection] = chosen(definitions, [name]);
  if (projection === undefined) throw new Error(`no projection ${name}`);
  return withRebuildLock(database, async () => {
    const standing = (await standings(database)).find((row) => row.name === name);
    const { retired_version: version, retired_position: position } = standing ?? {};
    if (version === undefined || version === null || position === undefined || position === null) {
      throw new NothingRetired(`projection ${name} has no retired tables to go back to`);
    }
    if (version !== projection.version) {
      await exchange(database, projection, signal);
      return { version, position };
    }
    const session = await openPageSession(database);
    try {
      await session.script("set search_path = retired, read, ops");
      const stored = new StoredRows(session, "retired");
      const places = await catchUp(session, stored, feed, [{ projection, position }], signal);
      const live = await goLive({ database, feed, session, source: "retired", places, signal });
      return { version, position: live[0]?.position ?? position };
    } finally {
      await session.close();
    }
  });
}

/** Puts tables back that this code cannot write; their projection waits for its own code. */
async function exchange(
  database: Database,
  { name }: PlannedProjection,
  signal: AbortSignal,
): Promise<void> {
  await patiently(signal, async (patience) => {
    await database.transaction(async (transaction) => {
      const standings = await lockStandings(transaction, [name]);
      await lockTables(transaction, standings, patience);
      for (const standing of standings) await exchangeTables(transaction, standing);
      await setState(transaction, name, "outdated");
      await announceChange(transaction);
    });
  });
}

/** Lets a stopped projection try again from the event at which it stopped. */
export async function resume(database: Database, name: string): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const [standing]: (Standing | undefined)[] = await lockStandings(transaction, [name]);
    if (standing?.state !== "stopped") return false;
    await setState(transaction, name, "live");
    await announceChange(transaction);
    return true;
  });
}
