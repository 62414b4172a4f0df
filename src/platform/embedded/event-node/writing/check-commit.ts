import { NO_EVENTS, TOMBSTONE } from "../storage/event-storage.js";
import { parseStored } from "../wire/stored-event.js";
import { isSoftDeleted, metastreamOf } from "../reading/stream-metadata.js";
import type { ExpectedRevision } from "./expected-revision.js";
import type { Staging } from "./staging.js";
import { headForWriting } from "./stream-head.js";
import type { WriteOutcome } from "./write-outcome.js";
import { STREAM_DELETED, wrongVersion } from "./write-outcome.js";

/** A write may go on, after the given revision; or it is settled without writing anything. */
export type Decision =
  { readonly kind: "proceed"; readonly head: number; readonly softDeleted: boolean } | WriteOutcome;

/**
 * Decides on a write as EventStoreDB's IndexWriter.CheckCommit does: by the expected revision, and
 * by the event ids whether this is a repetition of a write that already happened.
 */
export function checkCommit(
  staging: Staging,
  stream: string,
  expected: ExpectedRevision,
  ids: readonly string[],
): Decision {
  const head = headForWriting(staging, stream);
  if (head === TOMBSTONE) return STREAM_DELETED;
  if (expected === "stream_exists" && !exists(staging, stream, head)) return wrongVersion(head);
  const softDeleted = isSoftDeleted(staging, stream);
  const proceed = { kind: "proceed", head, softDeleted } as const;
  if (expected === "any" || expected === "stream_exists") {
    return repeatedAnywhere(staging, stream, head, ids) ?? proceed;
  }
  const revision = expected === "no_stream" ? NO_EVENTS : expected;
  if (revision === head) return proceed;
  if (revision > head) return wrongVersion(head);
  const repeated = repeatedAfter(staging, stream, revision, ids);
  if (repeated !== undefined) return repeated;
  return revision === NO_EVENTS && softDeleted ? proceed : wrongVersion(head);
}

/** A stream exists when it holds an event or has metadata. */
export function exists(staging: Staging, stream: string, head: number): boolean {
  return head !== NO_EVENTS || staging.head(metastreamOf(stream)) !== NO_EVENTS;
}

/**
 * All ids known in this stream: a repetition. Only some: the writer is confused, which is a
 * conflict.
 */
function repeatedAnywhere(
  staging: Staging,
  stream: string,
  head: number,
  ids: readonly string[],
): WriteOutcome | undefined {
  let last: number | undefined;
  for (const [index, id] of ids.entries()) {
    const found = staging.whereIs(id);
    if (found?.stream !== stream) return index === 0 ? undefined : wrongVersion(head);
    last = found.revision;
  }
  return last === undefined ? undefined : done(staging, stream, last);
}

/** The same ids right after the expected revision: a repetition. */
function repeatedAfter(
  staging: Staging,
  stream: string,
  expected: number,
  ids: readonly string[],
): WriteOutcome | undefined {
  if (ids.length === 0) return undefined;
  const same = ids.every((id, index) => idAt(staging, stream, expected + 1 + index) === id);
  return same ? done(staging, stream, expected + ids.length) : undefined;
}

function done(staging: Staging, stream: string, revision: number): WriteOutcome {
  return { kind: "written", revision, position: staging.position(stream, revision) };
}

function idAt(staging: Staging, stream: string, revision: number): string | undefined {
  const position = staging.position(stream, revision);
  const bytes = position === undefined ? undefined : staging.bytes(position);
  return bytes === undefined ? undefined : parseStored(bytes).id;
}
