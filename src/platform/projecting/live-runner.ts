import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { EventFeed, FeedPage } from "../../kernel/event-feed.js";
import type { Connection } from "../database/connection.js";
import type { Database } from "../database/database.js";
import { applyPage, type PageTarget, type Place } from "./apply-page.js";
import { announcePosition, CHANGES, standings } from "./bookkeeping.js";
import { isolatePoison, isPassing, type Poisoned } from "./isolate-poison.js";
import { lead } from "./leadership.js";
import { LiveCheckpoints, OutOfStep } from "./live-checkpoints.js";
import type { PlannedProjection } from "./planned-projection.js";
import { prepareTables } from "./prepare-tables.js";
import type { Progress } from "./progress.js";
import { StoredRows } from "./stored-rows.js";

/** Events a page at most: one transaction's worth. */
const PAGE = 500;

/** Events that are caught up with page by page when all tables are new. */
const SHORT = 5_000;

const FIRST_DELAY = 100;
const LONGEST_DELAY = 5_000;

/** What a page cost, for gauges. */
export interface PageDone {
  readonly position: number;
  readonly events: number;
  /** Milliseconds from having the page to its commit. */
  readonly took: number;
  /** Milliseconds from the store's writing the last event to its being readable. */
  readonly behind: number;
}

export interface LiveRunnerOptions {
  readonly projections: readonly PlannedProjection[];
  readonly feed: EventFeed;
  readonly database: Database;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
  /** Told of every page in the instant after its commit. */
  readonly progress: Progress;
  readonly onPage?: (done: PageDone) => void;
  readonly onStopped?: (poisoned: Poisoned) => void;
  /** Builds these, if any, beside the live ones; a new leader waits for the very first ones. */
  readonly rebuild: (names: readonly string[], signal: AbortSignal) => Promise<void>;
}

/** Projects while it leads, stands by while another does, and mends itself until stopped. */
export async function runLive(options: LiveRunnerOptions, signal: AbortSignal): Promise<void> {
  const { database, log } = options;
  let delay = FIRST_DELAY;
  while (!signal.aborted) {
    const term = new AbortController();
    const stop = AbortSignal.any([signal, term.signal]);
    let session: Connection | undefined;
    try {
      session = await lead(database, stop);
      if (session === undefined) break;
      session.lost.addEventListener("abort", () => term.abort());
      log.info("this process projects");
      await buildOutdated(options, stop);
      delay = FIRST_DELAY;
      await serve(options, session, stop);
      if (!signal.aborted) throw new Error("the session of the projecting leader has ended");
    } catch (error) {
      if (signal.aborted) break;
      log.warn({ err: error, delay }, "projecting was interrupted and will go on");
      await sleep(delay, undefined, { signal }).catch(() => undefined);
      delay = Math.min(delay * 2, LONGEST_DELAY);
    } finally {
      term.abort();
      await session?.close();
    }
  }
}

async function buildOutdated(
  { database, projections, feed, rebuild }: LiveRunnerOptions,
  signal: AbortSignal,
): Promise<void> {
  const { names, first } = await prepareTables(database, projections, () => isLong(feed));
  const building = rebuild(names, signal);
  if (first) await building;
}

/** Whether there are more events than are caught up with in a moment. */
async function isLong(feed: EventFeed): Promise<boolean> {
  let events = 0;
  for await (const page of feed.history(0, PAGE)) {
    events += page.events.length;
    if (events > SHORT) return true;
  }
  return false;
}

/** Follows the log until the signal aborts, starting over whenever a projection was changed. */
async function serve(
  options: LiveRunnerOptions,
  session: Connection,
  signal: AbortSignal,
): Promise<void> {
  const stored = new StoredRows(session, "read");
  const target = { connection: session, stored, checkpoints: new LiveCheckpoints(session, true) };
  let change = new AbortController();
  const listening = options.database.listen(CHANGES, () => change.abort());
  try {
    while (!signal.aborted) {
      change = new AbortController();
      const changed = change.signal;
      const places = await livePlaces(session, options.projections);
      await follow(options, target, places, AbortSignal.any([signal, changed])).catch((error) => {
        if (!changed.aborted || session.lost.aborted) throw error;
      });
    }
  } finally {
    listening.close();
  }
}

async function livePlaces(
  session: Connection,
  projections: readonly PlannedProjection[],
): Promise<readonly Place[]> {
  const rows = new Map((await standings(session)).map((row) => [row.name, row]));
  return projections.flatMap((projection) => {
    const row = rows.get(projection.name);
    const healthy = row?.state === "live" && row.version === projection.version;
    return healthy ? [{ projection, position: row.position }] : [];
  });
}

/**
 * Follows the log from the place that is furthest behind: whoever is ahead ignores what it has
 * seen, so that all come to one common position before anything new is projected.
 */
async function follow(
  { feed, progress, log, ...options }: LiveRunnerOptions,
  target: PageTarget,
  from: readonly Place[],
  signal: AbortSignal,
): Promise<void> {
  let places = from;
  const positions = places.map(({ position }) => position);
  const start = positions.length === 0 ? await feed.end() : Math.min(...positions);
  progress.advance(start);
  for await (const page of feed.live(start, PAGE, signal)) {
    const began = performance.now();
    try {
      places = await applyPage(target, places, page);
    } catch (error) {
      if (error instanceof OutOfStep) return;
      if (isPassing(error)) throw error;
      const isolated = await isolatePoison(target, places, page);
      places = isolated.places;
      for (const poisoned of isolated.poisoned) {
        log.error({ err: poisoned.error, projection: poisoned.name }, "a projection has stopped");
        options.onStopped?.(poisoned);
      }
    }
    if (places.length === 0) await announcePosition(target.connection, page.position);
    progress.advance(page.position);
    options.onPage?.(pageDone(page, began));
    if (signal.aborted) return;
  }
}

function pageDone({ events, position }: FeedPage, began: number): PageDone {
  const last = events.at(-1);
  const behind = last === undefined ? 0 : Math.max(0, Date.now() - Date.parse(last.recordedAt));
  return { position, events: events.length, took: performance.now() - began, behind };
}
