import type { ExpectedRevision } from "../writing/expected-revision.js";

/** The oneof that Append, Delete and Tombstone share. */
interface ExpectationFields {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

/** The expected revision of a request; `revision` is its number if one is given. */
export function expectation(
  options: ExpectationFields,
  revision: string | undefined,
): ExpectedRevision {
  if (options.hasNoStream()) return "no_stream";
  if (options.hasStreamExists()) return "stream_exists";
  if (options.hasAny() || revision === undefined) return "any";
  return uint64(revision);
}

/**
 * A uint64 as a number; what is beyond JavaScript's safe integers is beyond any real log as well.
 */
export function uint64(text: string): number {
  const value = Number(text);
  return value > Number.MAX_SAFE_INTEGER ? Number.MAX_SAFE_INTEGER : value;
}
