import type { EventFeed } from "../../kernel/event-feed.js";
import type { Connection } from "../database/connection.js";
import { applyPage, type Checkpoints, type Place } from "./apply-page.js";
import type { StoredRows } from "./stored-rows.js";

/** Tables that are not live keep no checkpoint: if their builder dies, they are built anew. */
const NONE: Checkpoints = {
  confirm: () => Promise.resolve(),
  save: () => Promise.resolve(),
};

const PAGE = 1_000;

/** Folds what came in since into tables that stand beside the live ones, up to the log's end. */
export async function catchUp(
  connection: Connection,
  stored: StoredRows,
  feed: EventFeed,
  from: readonly Place[],
  signal: AbortSignal,
): Promise<readonly Place[]> {
  let places = from;
  const start = Math.min(...places.map(({ position }) => position));
  for await (const page of feed.history(start, PAGE)) {
    signal.throwIfAborted();
    places = await applyPage({ connection, stored, checkpoints: NONE }, places, page);
  }
  return places;
}
