import type { EventStorage } from "../storage/event-storage.js";
import { NO_EVENTS, TOMBSTONE } from "../storage/event-storage.js";
import { parseStored } from "../wire/stored-event.js";
import { originalStreamOf, retentionOf } from "./stream-metadata.js";

/** The revisions of a stream that a reader may see; empty when `first` is beyond `last`. */
export interface Visible {
  readonly first: number;
  readonly last: number;
  /** Events created before this time (ms since the epoch) are too old. */
  readonly since: number;
}

/**
 * Missing (also: deleted, or never written) and tombstoned streams are told apart by every reader.
 */
export type Visibility = Visible | "missing" | "tombstoned";

/** What of the stream is visible now, by $maxCount, $maxAge and $tb of its metadata. */
export function visibleEvents(storage: EventStorage, stream: string): Visibility {
  const last = storage.head(stream);
  const original = originalStreamOf(stream);
  if (last === TOMBSTONE) return "tombstoned";
  if (original !== undefined && storage.head(original) === TOMBSTONE) return "tombstoned";
  if (last === NO_EVENTS) return "missing";
  const { maxCount, maxAge, truncateBefore } = retentionOf(storage, stream);
  if (truncateBefore === TOMBSTONE) return "missing";
  return {
    first: Math.max(0, truncateBefore ?? 0, maxCount === undefined ? 0 : last - maxCount + 1),
    last,
    since: maxAge === undefined ? 0 : Date.now() - maxAge,
  };
}

/** One visible event of a stream, or undefined if it is too old (or not yet readable). */
export function eventAt(
  storage: EventStorage,
  stream: string,
  revision: number,
  since: number,
): Buffer | undefined {
  const position = storage.position(stream, revision);
  const bytes = position === undefined ? undefined : storage.bytes(position);
  return bytes !== undefined && since > 0 && parseStored(bytes).created < since ? undefined : bytes;
}
