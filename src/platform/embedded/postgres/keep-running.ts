import { setTimeout as delay } from "node:timers/promises";
import { reasonOf } from "../cannot-start.js";
import type { RunningServer } from "./server.js";

const PAUSE_MS = 500;

/**
 * Starts the server again whenever it ends unasked: the service heals without hands, as it does
 * when a PostgreSQL elsewhere comes back. Returns the function that stops it for good.
 */
export function keepRunning(
  first: RunningServer,
  launch: () => Promise<RunningServer>,
  log: (line: string) => void,
): () => Promise<void> {
  const stopped = new AbortController();
  let server = first;
  const watch = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await server.ended;
      if (stopped.signal.aborted) return;
      log("PostgreSQL has ended unasked and is started again.");
      server = await relaunch(launch, stopped.signal, log, server);
    }
    await server.stop();
  };
  const watching = watch();
  return async () => {
    stopped.abort();
    await server.stop();
    await watching;
  };
}

/** Tries until it works or is called off; the backends of the dead server may need a moment. */
async function relaunch(
  launch: () => Promise<RunningServer>,
  stopped: AbortSignal,
  log: (line: string) => void,
  last: RunningServer,
): Promise<RunningServer> {
  while (!stopped.aborted) {
    try {
      return await launch();
    } catch (error) {
      log(`PostgreSQL does not come back yet: ${reasonOf(error)}`);
      await delay(PAUSE_MS, undefined, { signal: stopped }).catch(() => undefined);
    }
  }
  return last;
}
