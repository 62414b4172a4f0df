import type { EventStorage } from "../storage/event-storage.js";
import type { Visible } from "./visible-events.js";
import { eventAt } from "./visible-events.js";

/** Where a read begins: at a revision or position (inclusive), or at an end of the log. */
export type From = number | "start" | "end";

/** The events of $all from a position on, in the order of the log or against it. */
export function* readAll(storage: EventStorage, from: From, backwards: boolean): Iterable<Buffer> {
  const { end } = storage;
  const start = from === "start" ? 1 : from === "end" ? end : from;
  if (from === (backwards ? "start" : "end")) return;
  const step = backwards ? -1 : 1;
  let position = backwards ? Math.min(start, end) : Math.max(start, 1);
  for (; position >= 1 && position <= end; position += step) {
    const bytes = storage.bytes(position);
    if (bytes !== undefined) yield bytes;
  }
}

/** The visible events of one stream from a revision on, upwards or downwards. */
export function* readStream(
  storage: EventStorage,
  stream: string,
  visible: Visible,
  from: From,
  backwards: boolean,
): Iterable<Buffer> {
  const { first, last, since } = visible;
  const start = from === "start" ? 0 : from === "end" ? last : from;
  if (from === "end" && !backwards) return;
  const step = backwards ? -1 : 1;
  let revision = backwards ? Math.min(start, last) : Math.max(start, first);
  for (; revision >= first && revision <= last; revision += step) {
    const bytes = eventAt(storage, stream, revision, since);
    if (bytes !== undefined) yield bytes;
  }
}
