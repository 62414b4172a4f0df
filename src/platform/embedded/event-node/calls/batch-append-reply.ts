import shared from "@eventstore/db-client/generated/shared_pb.js";
import statusMessages from "@eventstore/db-client/generated/status_pb.js";
import streams from "@eventstore/db-client/generated/streams_pb.js";
import anyMessages from "google-protobuf/google/protobuf/any_pb.js";
import emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import { NO_EVENTS } from "../storage/event-storage.js";
import { FieldWriter, fieldSize, uintSize } from "../wire/field-writer.js";
import { CommitTimedOut } from "../writing/commit-timeout.js";
import type { ExpectedRevision } from "../writing/expected-revision.js";
import type { WriteOutcome, Written } from "../writing/write-outcome.js";
import type { BatchTarget } from "./batch-target.js";

interface Detail {
  /** The message's name in the protocol, by which the client chooses its error class. */
  readonly type: string;
  readonly code: number;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** google.rpc.Code, as EventStoreDB uses it here. */
const CODE = {
  unknown: 2,
  invalidArgument: 3,
  deadline: 4,
  notFound: 5,
  alreadyExists: 6,
} as const;

/** The answer to one append of a batch call. */
export function batchReply(target: BatchTarget, outcome: WriteOutcome): Buffer {
  if (outcome.kind === "written") return succeeded(target, outcome);
  if (outcome.kind === "wrong-version") return failed(target, conflict(target, outcome.actual));
  return failed(target, outcome.kind === "timeout" ? timeout() : deleted(target));
}

/** More bytes than one append may bring. */
export function batchTooLarge(target: BatchTarget, limit: number): Buffer {
  const message = new shared.MaximumAppendSizeExceeded();
  message.setMaxappendsize(limit);
  return failed(target, {
    type: "MaximumAppendSizeExceeded",
    code: CODE.invalidArgument,
    text: `Maximum Append Size of ${limit} Exceeded.`,
    bytes: message.serializeBinary(),
  });
}

/**
 * The append could not be understood or written; the client must hear of it, or it waits for ever.
 */
export function batchFailure(target: BatchTarget, error: unknown): Buffer {
  if (error instanceof CommitTimedOut) return failed(target, timeout());
  const text = error instanceof Error ? error.message : String(error);
  const bytes = new shared.Unknown().serializeBinary();
  return failed(target, { type: "Unknown", code: CODE.unknown, text, bytes });
}

/**
 * The answer to nearly every append, hence written by hand:
 * `BatchAppendResp{correlation_id{string}, success, stream_identifier{stream_name}}`.
 */
function succeeded({ correlationId, stream }: BatchTarget, written: Written): Buffer {
  const success = successFields(written);
  const idLength = Buffer.byteLength(correlationId);
  const id = fieldSize(idLength);
  const nameLength = Buffer.byteLength(stream);
  const name = fieldSize(nameLength);
  const writer = new FieldWriter(fieldSize(id) + fieldSize(success.length) + fieldSize(name));
  writer.open(1, id).text(2, correlationId, idLength);
  writer.bytes(3, success);
  return writer.open(4, name).text(3, stream, nameLength).done();
}

/** `Success{current_revision | no_stream, position{commit, prepare} | no_position}` */
function successFields({ revision, position }: Written): Buffer {
  const writer = new FieldWriter(48);
  if (revision === NO_EVENTS) writer.open(2, 0);
  else writer.present(1, revision);
  if (position === undefined) return writer.open(4, 0).done();
  writer.open(3, uintSize(position) * 2);
  return writer.uint(1, position).uint(2, position).done();
}

function failed(target: BatchTarget, detail: Detail): Buffer {
  const details = new anyMessages.Any();
  details.pack(detail.bytes, `event_store.client.${detail.type}`);
  const error = new statusMessages.Status();
  error.setCode(detail.code);
  error.setMessage(detail.text);
  error.setDetails(details);
  const reply = envelope(target);
  reply.setError(error);
  return Buffer.from(reply.serializeBinary());
}

function envelope(target: BatchTarget) {
  const id = new shared.UUID();
  id.setString(target.correlationId);
  const reply = new streams.BatchAppendResp();
  reply.setCorrelationId(id);
  reply.setStreamIdentifier(identifier(target.stream));
  return reply;
}

function identifier(stream: string) {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

function timeout(): Detail {
  const bytes = new shared.Timeout().serializeBinary();
  return { type: "Timeout", code: CODE.deadline, text: "Timeout", bytes };
}

function deleted(target: BatchTarget): Detail {
  const message = new shared.StreamDeleted();
  message.setStreamIdentifier(identifier(target.stream));
  const text = `Event stream '${target.stream}' is deleted.`;
  return { type: "StreamDeleted", code: CODE.notFound, text, bytes: message.serializeBinary() };
}

function conflict({ expected }: BatchTarget, actual: number): Detail {
  const message = new shared.WrongExpectedVersion();
  if (actual === NO_EVENTS) message.setCurrentNoStream(new emptyMessages.Empty());
  else message.setCurrentStreamRevision(String(actual));
  setExpected(message, expected);
  const bytes = message.serializeBinary();
  const type = "WrongExpectedVersion";
  return { type, code: CODE.alreadyExists, text: type, bytes };
}

function setExpected(
  message: InstanceType<typeof shared.WrongExpectedVersion>,
  expected: ExpectedRevision,
): void {
  if (expected === "any") message.setExpectedAny(new emptyMessages.Empty());
  else if (expected === "no_stream") message.setExpectedNoStream(new emptyMessages.Empty());
  else if (expected === "stream_exists") message.setExpectedStreamExists(new emptyMessages.Empty());
  else message.setExpectedStreamPosition(String(expected));
}
