import { randomUUID } from "node:crypto";
import { TOMBSTONE } from "../storage/event-storage.js";
import { checkCommit } from "./check-commit.js";
import type { ExpectedRevision } from "./expected-revision.js";
import type { Staging } from "./staging.js";
import type { WriteOutcome } from "./write-outcome.js";

/**
 * Stages a hard delete: neither this stream nor one of its name can ever be written or read again.
 */
export function tombstoneStream(
  staging: Staging,
  stream: string,
  expected: ExpectedRevision,
): WriteOutcome {
  const decision = checkCommit(staging, stream, expected, []);
  if (decision.kind !== "proceed") return decision;
  const event = {
    id: randomUUID(),
    type: "$streamDeleted",
    contentType: "application/octet-stream",
    metadata: Buffer.alloc(0),
    data: Buffer.alloc(0),
  };
  const position = staging.add(stream, TOMBSTONE, event, Date.now());
  return { kind: "written", revision: TOMBSTONE, position };
}
