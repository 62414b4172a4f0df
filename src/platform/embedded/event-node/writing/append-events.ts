import { isSoftDeleted, originalStreamOf } from "../reading/stream-metadata.js";
import type { ProposedEvent } from "../wire/encode-event.js";
import { checkCommit } from "./check-commit.js";
import type { ExpectedRevision } from "./expected-revision.js";
import { reviveStream } from "./revive-stream.js";
import type { Staging } from "./staging.js";
import type { WriteOutcome } from "./write-outcome.js";

/** A request to append, as both append calls carry it. */
export interface AppendRequest {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly ProposedEvent[];
  /** Milliseconds since the epoch after which the writer no longer waits; Infinity: it waits. */
  readonly deadline: number;
}

/** Stages the events of one append, if the stream is as the writer expects it. */
export function appendEvents(staging: Staging, request: AppendRequest): WriteOutcome {
  const { stream, events } = request;
  const now = Date.now();
  if (now > request.deadline) return { kind: "timeout" };
  const ids = events.map((event) => event.id);
  const decision = checkCommit(staging, stream, request.expected, ids);
  if (decision.kind !== "proceed") return decision;
  let revision = decision.head;
  let position: number | undefined;
  const original = originalStreamOf(stream);
  const describesDeleted = original !== undefined && isSoftDeleted(staging, original);
  for (const event of events) {
    revision += 1;
    position = staging.add(stream, revision, event, now);
  }
  if (position === undefined) return { kind: "written", revision, position };
  if (decision.softDeleted) reviveStream(staging, stream, decision.head + 1, now);
  if (describesDeleted) reviveStream(staging, original, staging.head(original) + 1, now);
  return { kind: "written", revision, position };
}
