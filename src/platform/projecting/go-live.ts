import { setTimeout as sleep } from "node:timers/promises";
import type { EventFeed } from "../../kernel/event-feed.js";
import type { Connection } from "../database/connection.js";
import type { Database } from "../database/database.js";
import type { Place } from "./apply-page.js";
import { announceChange, lockStandings, type Standing } from "./bookkeeping.js";
import { catchUp } from "./catch-up.js";
import { qualified } from "./sql-text.js";
import { StoredRows } from "./stored-rows.js";
import { swapTables, type SwapSource } from "./swap-tables.js";

/**
 * Milliseconds that readers may be kept waiting for a swap: it gives up, lets them pass and tries
 * again a little more patiently, up to where Postgres sends a vacuum away that is in its way.
 */
const FIRST_PATIENCE = 200;
const MOST_PATIENCE = 1_500;

export interface GoLive {
  readonly database: Database;
  readonly feed: EventFeed;
  /** Writes to the tables that are to go live. */
  readonly session: Connection;
  readonly source: SwapSource;
  readonly places: readonly Place[];
  readonly signal: AbortSignal;
}

/**
 * Puts tables that were built beside into the place of the live ones, in one transaction.
 *
 * Whoever projects takes the same row locks for every page, so it pauses by itself while the last
 * events are caught up and the tables change places, and then goes on from the new positions.
 */
export async function goLive({ source, ...work }: GoLive): Promise<readonly Place[]> {
  const stored = new StoredRows(work.session, source);
  const { session, feed, signal } = work;
  let { places } = work;
  const swapper = await work.database.connect();
  try {
    for (let patience = FIRST_PATIENCE; ; patience = Math.min(patience * 1.5, MOST_PATIENCE)) {
      places = await catchUp(session, stored, feed, places, signal);
      try {
        await swapper.script("begin");
        const standings = await lockStandings(swapper, places.map((p) => p.projection.name));
        places = await catchUp(session, stored, feed, places, signal);
        await lockTables(swapper, standings, patience);
        await swapTables(swapper, source, places, standings);
        await announceChange(swapper);
        await swapper.script("commit");
        return places;
      } catch (error) {
        await swapper.script("rollback").catch(() => undefined);
        if (!wasKeptWaiting(error)) throw error;
      }
      await sleep(patience, undefined, { signal });
    }
  } finally {
    await swapper.close();
  }
}

/** Waits until nobody reads the live tables, or throws; new readers wait meanwhile. */
async function lockTables(
  swapper: Connection,
  standings: readonly Standing[],
  patience: number,
): Promise<void> {
  const tables = standings.flatMap((standing) =>
    standing.tables.map((table) => qualified("read", table)),
  );
  if (tables.length === 0) return;
  await swapper.script(`set local statement_timeout = ${Math.round(patience)}`);
  await swapper.script(`lock table ${tables.join(", ")} in access exclusive mode`);
  await swapper.script("set local statement_timeout = 0");
}

/** Cancelled by the timeout, or by Postgres to end a deadlock with a reader. */
function wasKeptWaiting(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(57014|40P01|55P03)$/.test(String(error.code));
}
