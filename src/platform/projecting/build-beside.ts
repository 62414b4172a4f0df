import type { EventFeed } from "../../kernel/event-feed.js";
import type { Connection } from "../database/connection.js";
import type { Database } from "../database/database.js";
import type { Place } from "./apply-page.js";
import { buildIndexes } from "./build-indexes.js";
import { CopyLoader } from "./copy-loader.js";
import { openPageSession } from "./leadership.js";
import type { PlannedProjection } from "./planned-projection.js";
import { prefetched } from "./prefetched.js";
import type { RebuildRecord } from "./rebuild-record.js";
import { Replay } from "./replay.js";
import { StoredRows } from "./stored-rows.js";
import { createTable } from "./table-ddl.js";

/** Events a page: few enough that what a page needs is garbage before the collector looks. */
const PAGE = 250;

/** Rows in memory at most, about 300 MB of ordinary ones. */
const MOST_ROWS = 300_000;

/** A load that dies is begun anew, so its commits need not wait for the disk. */
const LOADING = `
  set search_path = rebuild, read, ops; set synchronous_commit = off;
  set maintenance_work_mem = '128MB';
`;

export interface BuildBeside {
  readonly projections: readonly PlannedProjection[];
  readonly feed: EventFeed;
  readonly database: Database;
  readonly record: RebuildRecord;
  readonly signal: AbortSignal;
  /** Events folded at a time, and rows held in memory; for tests of small memories. */
  readonly pageSize?: number | undefined;
  readonly mostRows?: number | undefined;
}

/** What stands in schema `rebuild`, up to which event; and what could not be built, and why. */
export interface Built {
  readonly session: Connection;
  readonly places: readonly Place[];
  readonly events: number;
  readonly failed: ReadonlyMap<PlannedProjection, Error>;
}

/**
 * Builds the projections' tables in schema `rebuild` from the whole log: bare tables, replay
 * through COPY, then keys and indexes. Hands them over to `use` with a session for their pages.
 */
export async function buildBeside<T>(
  work: BuildBeside,
  use: (built: Built) => Promise<T>,
): Promise<T> {
  const connections: Connection[] = [];
  const abort = async (): Promise<void> => {
    await Promise.all(connections.map((connection) => connection.close()));
  };
  try {
    const session = await openPageSession(work.database);
    connections.push(session);
    const loaders = [await work.database.connect(), await work.database.connect()];
    connections.push(...loaders);
    for (const connection of connections) await connection.script(LOADING);
    for (const { tables } of work.projections) {
      for (const plan of tables) await session.script(createTable(plan, "rebuild"));
    }
    return await use(await fill(work, session, loaders));
  } finally {
    await abort();
  }
}

async function fill(
  { projections, feed, record, signal, pageSize = PAGE, mostRows = MOST_ROWS }: BuildBeside,
  session: Connection,
  loaders: readonly Connection[],
): Promise<Built> {
  const stored = new StoredRows(session, "rebuild");
  const loader = new CopyLoader(loaders);
  const replay = new Replay(projections, { loader, session, stored, mostRows });
  let events = 0;
  let position = 0;
  await record.phase("replaying", await feed.end());
  for await (const page of prefetched(feed.history(0, pageSize))) {
    signal.throwIfAborted();
    await replay.page(page);
    events += page.events.length;
    position = page.position;
    await record.replayed(events, position);
  }
  await replay.finish();
  await record.phase("indexing");
  const whole = projections.filter((projection) => !replay.failed.has(projection));
  const refused = await buildIndexes(loaders, whole, replay.keyed, signal);
  for (const [projection, error] of refused) replay.fail(projection, error);
  const places = whole
    .filter((projection) => !replay.failed.has(projection))
    .map((projection) => ({ projection, position }));
  return { session, places, events, failed: replay.failed };
}
