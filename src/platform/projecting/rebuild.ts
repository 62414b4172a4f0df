import type { EventFeed } from "../../kernel/event-feed.js";
import type { ProjectionDefinition } from "../../kernel/projection.js";
import type { RebuildProgress } from "../../kernel/projection-status.js";
import type { Database } from "../database/database.js";
import { buildBeside } from "./build-beside.js";
import { goLive } from "./go-live.js";
import { planProjections, type PlannedProjection } from "./planned-projection.js";
import { withRebuildLock } from "./rebuild-lock.js";
import { RebuildAborted, RebuildRecord } from "./rebuild-record.js";

/** What every work on projections needs, in the service and in a script alike. */
export interface Projecting {
  readonly definitions: readonly ProjectionDefinition[];
  readonly feed: EventFeed;
  readonly database: Database;
}

export interface RebuildOptions extends Projecting {
  /** Projections by name; all of them if empty. */
  readonly names: readonly string[];
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
  /** Events folded at a time, and rows that may be held in memory; by default plenty. */
  readonly pageSize?: number;
  readonly mostRows?: number;
}

export interface RebuildOutcome {
  /** Rebuilt and live. */
  readonly live: readonly string[];
  /** Left as they were, each with the error of the event that it cannot take. */
  readonly failed: readonly { readonly name: string; readonly error: Error }[];
  readonly events: number;
  /** Seconds from the start to the swap. */
  readonly seconds: number;
}

/** There is no projection of that name in the code. */
export class UnknownProjection extends Error {
  override readonly name = "UnknownProjection";
}

/**
 * Rebuilds read models from the log beside the live ones and swaps them in; reads go on all the
 * while (DESIGN §5). Works beside a service in another process as well as within it.
 *
 * Throws `UnknownProjection`, `RebuildRunning`, `RebuildAborted`, `DatabaseUnavailable`.
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildOutcome> {
  const { database, names, signal } = options;
  const projections = chosen(options.definitions, names);
  const began = performance.now();
  return withRebuildLock(database, async (lost) => {
    const all = projections.map(({ name }) => name);
    const observe = options.onProgress ?? ((): void => undefined);
    const record = await RebuildRecord.begin(database, all, "rebuild", observe);
    const work = async () => {
      const stop = AbortSignal.any(signal === undefined ? [lost] : [lost, signal]);
      const built = await buildAndSwap({ ...options, projections, record, signal: stop });
      return { ...built, seconds: (performance.now() - began) / 1_000 };
    };
    return recorded(record, signal, work, errorsOf);
  });
}

async function buildAndSwap(
  work: Parameters<typeof buildBeside>[0],
): Promise<Omit<RebuildOutcome, "seconds">> {
  return buildBeside(work, async ({ session, places, events, failed }) => {
    await work.record.phase("going_live");
    if (places.length > 0) await goLive({ ...work, session, source: "rebuild", places });
    return {
      live: places.map(({ projection }) => projection.name),
      failed: [...failed].map(([{ name }, error]) => ({ name, error })),
      events,
    };
  });
}

/** What is to be told of the projections that were left out, each in a line. */
export function errorsOf({ failed }: Pick<RebuildOutcome, "failed">): readonly string[] {
  return failed.map(({ error }) => error.message);
}

/**
 * Ends the record as the work ends: as failed if its outcome is complained of; an abort by signal
 * is told as what it is.
 */
export async function recorded<T>(
  record: RebuildRecord,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
  complaintsOf: (outcome: T) => readonly string[],
): Promise<T> {
  try {
    const outcome = await work();
    const complaints = complaintsOf(outcome);
    if (complaints.length === 0) await record.end("done");
    else await record.end("failed", complaints.join("\n"));
    return outcome;
  } catch (error) {
    const aborted = error instanceof RebuildAborted || signal?.aborted === true;
    const told = aborted ? new RebuildAborted() : error;
    await record.end(aborted ? "aborted" : "failed", String(told)).catch(() => undefined);
    throw told;
  }
}

/** The projections of these names, planned; all of them if none is named. */
export function chosen(
  definitions: readonly ProjectionDefinition[],
  names: readonly string[],
): readonly PlannedProjection[] {
  const all = planProjections(definitions);
  if (names.length === 0) return all;
  return [...new Set(names)].map((name) => {
    const found = all.find((projection) => projection.name === name);
    if (found !== undefined) return found;
    const known = all.map((projection) => projection.name).join(", ");
    throw new UnknownProjection(`there is no projection ${name}; there are: ${known}`);
  });
}
