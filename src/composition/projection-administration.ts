import { projections as definitions } from "../../projections/index.js";
import { reject, type Rejection } from "../kernel/rejection.js";
import type { RebuildProgress } from "../kernel/projection-status.js";
import type { ProjectionAdministration } from "../operations/ports.js";
import { abortRebuild, rebuildHistory } from "../platform/projecting/rebuild-record.js";
import { RebuildRunning } from "../platform/projecting/rebuild-lock.js";
import { rebuild } from "../platform/projecting/rebuild.js";
import { NothingRetired, rollBack } from "../platform/projecting/roll-back.js";
import { projectionStatus } from "../platform/projecting/status.js";
import { verify } from "../platform/projecting/verify.js";
import type { Foundation } from "./foundation.js";

/** Projections in the hands of staff; what they begin runs in this process. */
export interface RunningAdministration extends ProjectionAdministration {
  /** Aborts the rebuild or verification that runs here, if one does. */
  close(): Promise<void>;
}

const UNKNOWN = reject("not_found", "projection_unknown", "There is no such projection.");

export function administerProjections({
  database,
  eventLog: { feed },
  log,
}: Foundation): RunningAdministration {
  const projecting = { definitions, feed, database };
  const closing = new AbortController();
  const { signal } = closing;
  const running = new Set<Promise<void>>();
  function start(name: string, what: typeof rebuild | typeof verify, told: string) {
    if (!isKnown(name)) return Promise.resolve(UNKNOWN);
    return begun((onProgress) => {
      const work: Promise<object> = what({ ...projecting, names: [name], onProgress, signal });
      const ended = work.then(
        (outcome) => log.info({ ...outcome }, `staff had a projection ${told}`),
        (error: unknown) => log.warn({ err: error, name }, `staff had no projection ${told}`),
      );
      running.add(ended);
      void ended.finally(() => running.delete(ended));
      return work;
    });
  }
  return {
    status: () => projectionStatus(projecting),
    rebuilds: (most) => rebuildHistory(database, most),
    startRebuild: (name) => start(name, rebuild, "rebuilt"),
    startVerification: (name) => start(name, verify, "verified"),
    abortRebuild: () => abortRebuild(database),
    rollBack: async (name) =>
      isKnown(name) ? refused(rollBack(projecting, name, signal)) : UNKNOWN,
    async close() {
      closing.abort();
      await Promise.all(running);
    },
  };
}

function isKnown(name: string): boolean {
  return definitions.some((definition) => definition.name === name);
}

/** The first thing that such a work tells of itself, or why it did not begin. */
function begun(
  start: (onProgress: (progress: RebuildProgress) => void) => Promise<unknown>,
): Promise<RebuildProgress | Rejection> {
  return new Promise((resolve, fail) => {
    start(resolve).catch((error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal === undefined) fail(error instanceof Error ? error : new Error(String(error)));
      else resolve(refusal);
    });
  });
}

async function refused<T>(work: Promise<T>): Promise<T | Rejection> {
  try {
    return await work;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
}

function refusalOf(error: unknown): Rejection | undefined {
  if (error instanceof RebuildRunning) {
    return reject("conflict", "rebuild_running", `${capitalised(error.message)}.`);
  }
  if (error instanceof NothingRetired) {
    return reject("conflict", "nothing_retired", `${capitalised(error.message)}.`);
  }
  return undefined;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
