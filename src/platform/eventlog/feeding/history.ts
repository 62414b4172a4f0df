import { START } from "@eventstore/db-client";
import type { Connection } from "../connection.js";
import { LogUnavailable } from "../log-unavailable.js";
import { cancel } from "../reading/collect.js";
import { within } from "../waiting.js";
import { Inflow, type StoredPage } from "./inflow.js";

/** Milliseconds of silence in the midst of a read after which it counts as lost. */
const SILENCE = 10_000;

/** Objects that the client's stream hands over before it asks for more. */
export const READ_AHEAD = { highWaterMark: 1_024 };

/**
 * The log after the position up to its present end, in one read. The client cannot filter such a
 * read, so system events are passed over here; their positions count as seen.
 */
export async function* readHistory(
  connection: Connection,
  after: number,
  pageSize: number,
): AsyncGenerator<StoredPage, void> {
  connection.check();
  const fromPosition = after > 0 ? positionOf(after) : START;
  const read = connection.client.readAll({ fromPosition }, READ_AHEAD);
  const inflow = new Inflow(read, after, pageSize);
  try {
    while (!inflow.exhausted) {
      if (inflow.full || inflow.ended) yield inflow.take();
      else await within(SILENCE, "reading the log", inflow.changed());
    }
  } catch (error) {
    if (error instanceof LogUnavailable) connection.failed();
    throw error;
  } finally {
    cancel(read);
  }
}

export function positionOf(position: number): { commit: bigint; prepare: bigint } {
  return { commit: BigInt(position), prepare: BigInt(position) };
}
