import { TOMBSTONE } from "../storage/event-storage.js";
import { originalStreamOf } from "../reading/stream-metadata.js";

/**
 * The last revision of a stream as a writer meets it: a tombstone also seals the metadata stream.
 */
export function headForWriting(log: { head(stream: string): number }, stream: string): number {
  const original = originalStreamOf(stream);
  const sealed = original !== undefined && log.head(original) === TOMBSTONE;
  return sealed ? TOMBSTONE : log.head(stream);
}
