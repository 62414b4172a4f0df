import { NO_STREAM, type AppendResult, type EventData } from "@eventstore/db-client";
import type { Connection } from "../connection.js";
import { isConflict, isFinal } from "../failures.js";
import { LogUnavailable } from "../log-unavailable.js";
import { backoff, pause, within } from "../waiting.js";
import type { Slots } from "./slots.js";

/** Milliseconds for one reply; the client loses some when a connection breaks. */
const REPLY_WAIT = 3_000;

/** Milliseconds that an append of unknown outcome is repeated before the caller is told. */
const APPEND_PATIENCE = 5_000;

/** Where the append landed, or `conflict` when the stream is not at the expected revision. */
export type Appended = { readonly position: number | undefined } | "conflict";

/**
 * Appends behind the expected revision (-1: the stream must be new).
 *
 * When a connection breaks, nobody knows whether the events were written. The same events are
 * sent again with the same ids and the same expectation: the store answers a repetition as it
 * answered, or would have answered, the first time.
 *
 * @throws LogUnavailable when the outcome is still unknown in the end
 */
export async function append(
  connection: Connection,
  slots: Slots,
  stream: string,
  expected: number,
  events: readonly EventData[],
): Promise<Appended> {
  const until = performance.now() + connection.patience(APPEND_PATIENCE);
  const replyWait = connection.wait(REPLY_WAIT);
  const expectedRevision = expected < 0 ? NO_STREAM : BigInt(expected);
  const send = (): Promise<AppendResult> =>
    connection.client.appendToStream(stream, [...events], { expectedRevision });
  for (let attempt = 1; ; attempt += 1) {
    await connection.settled();
    try {
      const { position } = await slots.use(() => within(replyWait, "an append", send()));
      slots.healthy(true);
      connection.worked();
      return { position: position === undefined ? undefined : Number(position.commit) };
    } catch (error) {
      if (isConflict(error)) {
        connection.worked();
        return "conflict";
      }
      if (isFinal(error)) throw error;
      slots.healthy(false);
      connection.failed();
      if (performance.now() > until) throw new LogUnavailable(stream, error);
      await pause(backoff(attempt, 50, 500));
    }
  }
}
