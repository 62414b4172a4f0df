import type { FeedPage } from "../../kernel/event-feed.js";
import type { Connection } from "../database/connection.js";
import { Fold } from "./fold.js";
import type { PlannedProjection } from "./planned-projection.js";
import type { StoredRows } from "./stored-rows.js";

/** A projection and how far its tables are. */
export interface Place {
  readonly projection: PlannedProjection;
  readonly position: number;
}

/** Where positions are kept; both run inside the page's transaction. */
export interface Checkpoints {
  /** Locks the places and throws if they are not where the caller believes them to be. */
  confirm(places: readonly Place[]): Promise<void>;
  /** Sets them to the page's position. */
  save(places: readonly Place[], position: number): Promise<void>;
}

export interface PageTarget {
  /** Must send without waiting (`pipeline`): the page then costs two round trips. */
  readonly connection: Connection;
  readonly stored: StoredRows;
  readonly checkpoints: Checkpoints;
}

/**
 * Writes one page of the log to all the given projections in one transaction, checkpoint included.
 * Events that a place has already seen change nothing, so a page may come twice (DESIGN §5).
 *
 * @returns the places after the page
 */
export async function applyPage(
  { connection, stored, checkpoints }: PageTarget,
  places: readonly Place[],
  page: FeedPage,
): Promise<readonly Place[]> {
  const behind = places.filter(({ position }) => position < page.position);
  if (behind.length === 0) return places;
  const folds = behind.map(({ projection, position }) => {
    const fold = new Fold(projection);
    fold.record(page.events.filter((event) => event.position > position));
    return fold;
  });
  try {
    await Promise.all([
      connection.script("begin"),
      checkpoints.confirm(behind),
      ...folds.map((fold) => stored.fetch(fold.wanted())),
    ]);
    for (const fold of folds) fold.apply();
    // Sent in one go: should a write fail, Postgres turns the commit behind it into a roll back.
    await Promise.all([
      ...folds.flatMap(({ tables }) =>
        tables.map((state) => stored.write(state, state.entries.values())),
      ),
      checkpoints.save(behind, page.position),
      connection.script("commit"),
    ]);
  } catch (error) {
    await connection.script("rollback").catch(() => undefined);
    throw error;
  }
  return places.map((place) =>
    behind.includes(place) ? { ...place, position: page.position } : place,
  );
}
