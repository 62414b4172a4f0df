import type { EventFeed } from "../../kernel/event-feed.js";
import type { Connection } from "../database/connection.js";
import type { Database } from "../database/database.js";
import type { Place } from "./apply-page.js";
import { announceChange, lockStandings } from "./bookkeeping.js";
import { catchUp } from "./catch-up.js";
import { lockTables, patiently } from "./lock-tables.js";
import { StoredRows } from "./stored-rows.js";
import { swapTables, type SwapSource } from "./swap-tables.js";

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
    await patiently(signal, async (patience) => {
      places = await catchUp(session, stored, feed, places, signal);
      try {
        await swapper.script("begin");
        const standings = await lockStandings(
          swapper,
          places.map((p) => p.projection.name),
        );
        places = await catchUp(session, stored, feed, places, signal);
        await lockTables(swapper, standings, patience);
        await swapTables(swapper, source, places, standings);
        await announceChange(swapper);
        await swapper.script("commit");
      } catch (error) {
        await swapper.script("rollback").catch(() => undefined);
        throw error;
      }
    });
    return places;
  } finally {
    await swapper.close();
  }
}
