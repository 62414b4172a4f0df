import { metastreamOf } from "../reading/stream-metadata.js";
import { NO_EVENTS } from "../storage/event-storage.js";
import { checkCommit, exists } from "./check-commit.js";
import type { ExpectedRevision } from "./expected-revision.js";
import { metadataEvent } from "./metadata-event.js";
import type { Staging } from "./staging.js";
import { headForWriting } from "./stream-head.js";
import type { WriteOutcome } from "./write-outcome.js";
import { wrongVersion } from "./write-outcome.js";

/** 2^63-1 is no JavaScript number, hence text. Older metadata is replaced, not merged. */
const DELETED = '{"$tb":9223372036854775807}';

/**
 * Stages a soft delete: the events become invisible, the stream may be written to again. A stream
 * with neither events nor metadata cannot be deleted, whatever the expectation (EventStore, PR
 * 3154).
 */
export function deleteStream(
  staging: Staging,
  stream: string,
  expected: ExpectedRevision,
): WriteOutcome {
  const head = headForWriting(staging, stream);
  if (!exists(staging, stream, head)) return wrongVersion(NO_EVENTS);
  const decision = checkCommit(staging, stream, expected, []);
  if (decision.kind !== "proceed") return decision;
  const metastream = metastreamOf(stream);
  const revision = staging.head(metastream) + 1;
  const position = staging.add(metastream, revision, metadataEvent(DELETED), Date.now());
  return { kind: "written", revision: head, position };
}
