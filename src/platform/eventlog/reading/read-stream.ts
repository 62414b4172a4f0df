import { BACKWARDS, END, FORWARDS, type RecordedEvent } from "@eventstore/db-client";
import type { Connection } from "../connection.js";
import { isFinal, isStreamNotFound } from "../failures.js";
import { LogUnavailable } from "../log-unavailable.js";
import { backoff, pause } from "../waiting.js";
import { collect } from "./collect.js";

/** Milliseconds that reading goes on trying while the store is away. */
const READ_PATIENCE = 1_500;

/** Which part of a stream; revisions are inclusive and count from 0. */
export interface StreamRange {
  readonly from?: number;
  readonly to?: number;
  /** Newest first, beginning at `to`. */
  readonly backwards?: boolean;
  /** At most so many events. */
  readonly limit?: number;
}

/** Events handed over in one burst before the consumer is asked again. */
const READ_AHEAD = { highWaterMark: 512 };

/** The stored events of a stream, undefined when there is no such stream. */
export async function readStored(
  connection: Connection,
  stream: string,
  range: StreamRange = {},
): Promise<RecordedEvent[] | undefined> {
  const until = performance.now() + connection.patience(READ_PATIENCE);
  for (let attempt = 1; ; attempt += 1) {
    connection.check();
    try {
      const read = connection.client.readStream(stream, options(range), READ_AHEAD);
      const events = await collect(read);
      connection.worked();
      return events;
    } catch (error) {
      if (isStreamNotFound(error)) {
        connection.worked();
        return undefined;
      }
      if (isFinal(error)) throw error;
      connection.failed();
      if (performance.now() > until) throw new LogUnavailable(stream, error);
      await pause(backoff(attempt, 50, 500));
    }
  }
}

function options({ from = 0, to, backwards = false, limit = Infinity }: StreamRange): {
  direction: typeof BACKWARDS | typeof FORWARDS;
  fromRevision: bigint | typeof END;
  maxCount: number;
} {
  const wanted = to === undefined ? Infinity : Math.max(0, to - from + 1);
  const maxCount = Math.min(wanted, limit, Number.MAX_SAFE_INTEGER);
  return backwards
    ? { direction: BACKWARDS, fromRevision: to === undefined ? END : BigInt(to), maxCount }
    : { direction: FORWARDS, fromRevision: BigInt(from), maxCount };
}
