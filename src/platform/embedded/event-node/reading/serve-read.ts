import type { EventStorage } from "../storage/event-storage.js";
import { streamNotFound } from "../wire/read-messages.js";
import { passes } from "./event-filter.js";
import { readAll, readStream } from "./read-events.js";
import type { ReadPlan } from "./read-plan.js";
import type { Reader } from "./reader.js";
import { resolveLink } from "./resolve-links.js";
import { visibleEvents } from "./visible-events.js";

/** Sends what is there and ends. Returns "tombstoned" when the stream was deleted for good. */
export async function serveRead(
  storage: EventStorage,
  plan: ReadPlan & { count: number },
  reader: Reader,
): Promise<"done" | "tombstoned"> {
  const events = source(storage, plan);
  if (typeof events === "string") {
    if (events === "missing") await reader.send(streamNotFound(plan.stream ?? ""));
    return events === "missing" ? "done" : events;
  }
  let left = plan.count;
  if (left <= 0) return "done";
  for (const bytes of events) {
    if (reader.closed) break;
    const pause = reader.breathe();
    if (pause !== undefined) await pause;
    if (plan.filter !== undefined && !passes(plan.filter, bytes)) continue;
    const full = reader.send(plan.resolveLinks ? resolveLink(storage, bytes) : bytes);
    if (full !== undefined) await full;
    left -= 1;
    if (left === 0) break;
  }
  return "done";
}

function source(
  storage: EventStorage,
  { stream, from, backwards }: ReadPlan,
): Iterable<Buffer> | "missing" | "tombstoned" {
  if (stream === undefined) return readAll(storage, from, backwards);
  const visible = visibleEvents(storage, stream);
  return typeof visible === "string"
    ? visible
    : readStream(storage, stream, visible, from, backwards);
}
