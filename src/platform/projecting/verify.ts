import { setTimeout as sleep } from "node:timers/promises";
import type { EventFeed } from "../../kernel/event-feed.js";
import type { Connection } from "../database/connection.js";
import type { Place } from "./apply-page.js";
import { standings, type Standing } from "./bookkeeping.js";
import { buildBeside, type Built } from "./build-beside.js";
import { compareTable, type TableComparison } from "./compare-tables.js";
import { Fold } from "./fold.js";
import type { PlannedProjection } from "./planned-projection.js";
import { withRebuildLock } from "./rebuild-lock.js";
import { RebuildRecord } from "./rebuild-record.js";
import { chosen, errorsOf, recorded, type RebuildOptions } from "./rebuild.js";
import type { RebuildOutcome } from "./rebuild.js";
import { StoredRows } from "./stored-rows.js";

export interface VerifyOutcome {
  readonly compared: readonly (TableComparison & { readonly projection: string })[];
  /** Could not be rebuilt or have no live tables of the code's version, and why. */
  readonly failed: RebuildOutcome["failed"];
  readonly events: number;
  readonly seconds: number;
}

const PAGE = 1_000;

/** Differing rows of a table that the record names. */
const MOST_NAMED = 5;

const SNAPSHOT = "begin isolation level repeatable read";

/** Whole tables are joined here; the session is otherwise set to find rows by their keys. */
const COMPARING = `
  set local enable_seqscan = on; set local enable_hashjoin = on; set local enable_mergejoin = on;
  set local plan_cache_mode = auto; set local work_mem = '64MB';
`;

/** Milliseconds for the live tables to come to where the rebuilt ones are. */
const PATIENCE = 30_000;

/**
 * Rebuilds read models beside the live ones and compares them row by row, byte by byte, at one
 * position of the log. Nothing live is changed or held up; what was rebuilt is dropped again. Its
 * record ends as failed where rows differ, and says where.
 */
export async function verify(options: RebuildOptions): Promise<VerifyOutcome> {
  const { database, signal } = options;
  const projections = chosen(options.definitions, options.names);
  const began = performance.now();
  return withRebuildLock(database, async (lost) => {
    const names = projections.map(({ name }) => name);
    const observe = options.onProgress ?? ((): void => undefined);
    const record = await RebuildRecord.begin(database, names, "verify", observe);
    const work = async () => {
      const stop = AbortSignal.any(signal === undefined ? [lost] : [lost, signal]);
      const build = { ...options, projections, record, signal: stop };
      return buildBeside(build, async (built) => {
        await record.phase("comparing");
        const outcome = await compareAll(built, options.feed, stop);
        const seconds = (performance.now() - began) / 1_000;
        return { ...outcome, events: built.events, seconds };
      });
    };
    return recorded(record, signal, work, complaintsOf);
  });
}

/** Rows are named by their keys alone: the record is read by more people than the rows are. */
function complaintsOf({ compared, failed }: VerifyOutcome): readonly string[] {
  const differing = compared.flatMap(({ projection, table, rows, differing: count, examples }) => {
    if (count === 0) return [];
    const some = examples.slice(0, MOST_NAMED).map(({ key, kind }) => {
      return `${JSON.stringify(key)} (${kind})`;
    });
    const more = count > some.length ? ", …" : "";
    return [`${projection}, ${table}: ${count} of ${rows} rows differ: ${some.join(", ")}${more}`];
  });
  return [...differing, ...errorsOf({ failed })];
}

async function compareAll(
  { session, places, failed }: Built,
  feed: EventFeed,
  signal: AbortSignal,
): Promise<Pick<VerifyOutcome, "compared" | "failed">> {
  const compared: VerifyOutcome["compared"][number][] = [];
  const errors = [...failed].map(([{ name }, error]) => ({ name, error }));
  for (const place of places) {
    const projection = place.projection.name;
    try {
      const tables = await compareProjection(session, feed, place, signal);
      compared.push(...tables.map((table) => ({ projection, ...table })));
    } catch (error) {
      if (!(error instanceof NotComparable)) throw error;
      errors.push({ name: projection, error });
    }
  }
  return { compared, failed: errors };
}

/** The live tables do not follow the log, so there is no position to compare them at. */
class NotComparable extends Error {
  override readonly name = "NotComparable";
}

/**
 * One snapshot shows the live tables and how far they are; in the same transaction the rebuilt
 * ones are brought to that very position. It is rolled back in the end.
 */
async function compareProjection(
  session: Connection,
  feed: EventFeed,
  place: Place,
  signal: AbortSignal,
): Promise<TableComparison[]> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    signal.throwIfAborted();
    try {
      await session.script(SNAPSHOT);
      const live = await liveStanding(session, place.projection);
      if (live.position >= place.position) {
        await bringTo(live.position, session, feed, place);
        await session.script(COMPARING);
        const tables: TableComparison[] = [];
        for (const plan of place.projection.tables) tables.push(await compareTable(session, plan));
        return tables;
      }
    } finally {
      await session.script("rollback").catch(() => undefined);
    }
    if (performance.now() > until) throw new NotComparable("the live tables do not follow the log");
    await sleep(50, undefined, { signal });
  }
}

async function liveStanding(
  session: Connection,
  { name, version }: PlannedProjection,
): Promise<Standing> {
  const live = (await standings(session)).find((row) => row.name === name);
  if (live === undefined) throw new NotComparable(`projection ${name} has no live tables yet`);
  if (live.version !== version || live.state !== "live") {
    throw new NotComparable(
      `projection ${name} is ${live.state} in version ${live.version}; the code has ${version}` +
        (live.error === null ? "" : `: ${live.error}`),
    );
  }
  return live;
}

async function bringTo(
  position: number,
  session: Connection,
  feed: EventFeed,
  { projection, position: from }: Place,
): Promise<void> {
  if (from === position) return;
  const stored = new StoredRows(session, "rebuild");
  for await (const page of feed.history(from, PAGE)) {
    const fold = new Fold(projection);
    fold.record(page.events.filter((event) => event.position <= position));
    await stored.fetch(fold.wanted());
    fold.apply();
    for (const state of fold.tables) await stored.write(state, state.entries.values());
    if (page.position >= position) return;
  }
}
