import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { setState } from "./bookkeeping.js";
import { clearLeftovers, RebuildRunning } from "./rebuild-lock.js";
import { RebuildAborted } from "./rebuild-record.js";
import { rebuild, type Projecting, type RebuildOutcome } from "./rebuild.js";

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 60_000;

/**
 * What a leader does beside projecting when it starts: clears what a killed rebuild left, and
 * rebuilds what is of another version than the code, trying again until it succeeds. One that
 * cannot take an event keeps the error with its standing and is not tried again.
 */
export async function rebuildOutdated(
  projecting: Projecting,
  log: Pick<Logger, "info" | "warn" | "error">,
  names: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  let delay = FIRST_DELAY;
  while (!signal.aborted) {
    try {
      if (names.length === 0) return await clearLeftovers(projecting.database);
      log.info({ names }, "rebuilding projections of another version than the code");
      const outcome = await rebuild({ ...projecting, names, signal });
      await keepErrors(projecting, outcome);
      return log.info({ ...outcome }, "rebuilt projections of another version than the code");
    } catch (error) {
      if (signal.aborted || error instanceof RebuildAborted) return;
      if (!(error instanceof RebuildRunning)) log.warn({ err: error }, "a rebuild has failed");
    }
    await sleep(delay, undefined, { signal }).catch(() => undefined);
    delay = Math.min(delay * 2, LONGEST_DELAY);
  }
}

async function keepErrors({ database }: Projecting, { failed }: RebuildOutcome): Promise<void> {
  for (const { name, error } of failed) {
    const position =
      "position" in error && typeof error.position === "number" ? error.position : null;
    await setState(database, name, "outdated", { message: error.message, position });
  }
}
