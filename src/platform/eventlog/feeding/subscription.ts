import { excludeSystemEvents, START } from "@eventstore/db-client";
import type { Connection } from "../connection.js";
import { LogUnavailable } from "../log-unavailable.js";
import { pause } from "../waiting.js";
import { positionOf, READ_AHEAD } from "./history.js";
import { Inflow, type StoredPage } from "./inflow.js";

/** Milliseconds from one page to the next while events keep coming. */
const PAGE_INTERVAL = 3;

/**
 * What is appended after the position, until the signal aborts or the connection breaks (which
 * throws `LogUnavailable`). An event that comes after a quiet while is handed out at once.
 */
export async function* subscribe(
  connection: Connection,
  after: number,
  pageSize: number,
  signal: AbortSignal,
): AsyncGenerator<StoredPage, void> {
  connection.check();
  const subscription = connection.client.subscribeToAll(
    {
      fromPosition: after > 0 ? positionOf(after) : START,
      filter: excludeSystemEvents({
        checkpointInterval: 1,
        checkpointReached: (_, { commit }) => inflow.seen(Number(commit)),
      }),
    },
    READ_AHEAD,
  );
  const inflow: Inflow = new Inflow(subscription, after, pageSize);
  const wake = (): void => inflow.end();
  signal.addEventListener("abort", wake, { once: true });
  try {
    let last = -Infinity;
    while (!signal.aborted) {
      if (!inflow.ready) await inflow.changed();
      const wait = last + PAGE_INTERVAL - performance.now();
      if (wait > 0 && !inflow.full) await pause(wait, signal);
      else await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return;
      last = performance.now();
      if (inflow.exhausted) throw new LogUnavailable("the subscription ended");
      yield inflow.take();
    }
  } catch (error) {
    if (error instanceof LogUnavailable) connection.failed();
    throw error;
  } finally {
    signal.removeEventListener("abort", wake);
    subscription.on("error", () => undefined);
    subscription.unsubscribe().catch(() => undefined);
  }
}
