import { NO_EVENTS, TOMBSTONE } from "../storage/event-storage.js";
import { parseStored } from "../wire/stored-event.js";

/** What both the committed log and a group being staged can tell. */
export interface EventLookup {
  head(stream: string): number;
  position(stream: string, revision: number): number | undefined;
  bytes(position: number): Buffer | undefined;
}

/** The part of a stream's metadata that decides what a reader sees. */
export interface Retention {
  /** Only the last so many events are visible. */
  readonly maxCount: number | undefined;
  /** Events older than this many milliseconds are invisible. */
  readonly maxAge: number | undefined;
  /** Events before this revision are invisible; TOMBSTONE for a deleted stream. */
  readonly truncateBefore: number | undefined;
}

const KEEP_ALL: Retention = { maxCount: undefined, maxAge: undefined, truncateBefore: undefined };

/** A metadata stream shows its last event only. */
const KEEP_LAST: Retention = { ...KEEP_ALL, maxCount: 1 };

const PREFIX = "$$";

/** The name of the stream that holds a stream's metadata. */
export function metastreamOf(stream: string): string {
  return PREFIX + stream;
}

/** The stream that a metadata stream describes, or undefined if this is no metadata stream. */
export function originalStreamOf(stream: string): string | undefined {
  return stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;
}

/** The metadata as it was last written: a JSON object of whatever shape, or nothing readable. */
export function rawMetadata(log: EventLookup, stream: string): Record<string, unknown> | undefined {
  const metastream = metastreamOf(stream);
  const head = log.head(metastream);
  if (head === NO_EVENTS || head === TOMBSTONE) return undefined;
  const position = log.position(metastream, head);
  const bytes = position === undefined ? undefined : log.bytes(position);
  if (bytes === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(parseStored(bytes).data.toString("utf8"));
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : undefined;
  } catch {
    // EventStoreDB too reads metadata that is no JSON as "no metadata".
    return undefined;
  }
}

/** What a reader of the stream may see. */
export function retentionOf(log: EventLookup, stream: string): Retention {
  if (originalStreamOf(stream) !== undefined) return KEEP_LAST;
  const raw = rawMetadata(log, stream);
  if (raw === undefined) return KEEP_ALL;
  const age = count(raw["$maxAge"]);
  return {
    maxCount: count(raw["$maxCount"]),
    maxAge: age === undefined ? undefined : age * 1000,
    truncateBefore: count(raw["$tb"]),
  };
}

/**
 * Deleted, but not tombstoned: the stream can be written to again and goes on with its numbering.
 */
export function isSoftDeleted(log: EventLookup, stream: string): boolean {
  return retentionOf(log, stream).truncateBefore === TOMBSTONE;
}

/**
 * A non-negative number; 2^63-1, the mark of a deleted stream, arrives as the float nearest to it.
 */
function count(value: unknown): number | undefined {
  if (typeof value !== "number" || value < 0) return undefined;
  return Math.min(Math.floor(value), TOMBSTONE);
}
