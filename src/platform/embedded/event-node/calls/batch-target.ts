import type { BatchAppendReq } from "@eventstore/db-client/generated/streams_pb.js";
import type { ExpectedRevision } from "../writing/expected-revision.js";
import { expectation } from "./expectation.js";
import { streamName } from "./stream-name.js";

/** Which append of a batch call this is, and what it wants. */
export interface BatchTarget {
  readonly correlationId: string;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Milliseconds since the epoch; the client itself does not time this call out. */
  readonly deadline: number;
}

/** Reads the options of a batch append's first chunk. */
export function batchTarget(correlationId: string, options: BatchAppendReq.Options): BatchTarget {
  const revision = options.hasStreamPosition() ? options.getStreamPosition() : undefined;
  const deadline = options.getDeadline();
  return {
    correlationId,
    stream: streamName(options.getStreamIdentifier()),
    expected: expectation(options, revision),
    deadline:
      deadline === undefined
        ? Infinity
        : deadline.getSeconds() * 1000 + deadline.getNanos() / 1_000_000,
  };
}
