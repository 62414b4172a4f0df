import shared from "@eventstore/db-client/generated/shared_pb.js";
import streams from "@eventstore/db-client/generated/streams_pb.js";
import { NO_EVENTS } from "../storage/event-storage.js";
import type { AppendRequest } from "../writing/append-events.js";
import type { ExpectedRevision } from "../writing/expected-revision.js";
import type { WriteOutcome, Written } from "../writing/write-outcome.js";
import { RefusedCall, streamDeleted } from "./call-error.js";
import { status } from "@grpc/grpc-js";

/** The reply to Append. A conflict is an ordinary reply here, a tombstone is an error. */
export function appendReply(outcome: WriteOutcome, request: AppendRequest): Buffer {
  if (outcome.kind === "stream-deleted") throw streamDeleted(request.stream);
  if (outcome.kind === "timeout") throw new RefusedCall(status.ABORTED, "The append timed out.");
  const reply = new streams.AppendResp();
  if (outcome.kind === "written") reply.setSuccess(success(outcome));
  else reply.setWrongExpectedVersion(conflict(request.expected, outcome.actual));
  return Buffer.from(reply.serializeBinary());
}

function success({ revision, position }: Written) {
  const success = new streams.AppendResp.Success();
  if (revision === NO_EVENTS) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(revision));
  if (position === undefined) success.setNoPosition(new shared.Empty());
  else success.setPosition(positionMessage(position));
  return success;
}

function positionMessage(position: number) {
  const message = new streams.AppendResp.Position();
  message.setCommitPosition(String(position));
  message.setPreparePosition(String(position));
  return message;
}

function conflict(expected: ExpectedRevision, actual: number) {
  const conflict = new streams.AppendResp.WrongExpectedVersion();
  if (actual === NO_EVENTS) conflict.setCurrentNoStream(new shared.Empty());
  else conflict.setCurrentRevision(String(actual));
  if (expected === "any") conflict.setExpectedAny(new shared.Empty());
  else if (expected === "no_stream") conflict.setExpectedNoStream(new shared.Empty());
  else if (expected === "stream_exists") conflict.setExpectedStreamExists(new shared.Empty());
  else conflict.setExpectedRevision(String(expected));
  return conflict;
}
