import type { DeleteReq, TombstoneReq } from "@eventstore/db-client/generated/streams_pb.js";
import type { sendUnaryData, ServerUnaryCall } from "@grpc/grpc-js";
import { FieldWriter } from "../wire/field-writer.js";
import { deleteStream } from "../writing/delete-stream.js";
import type { ExpectedRevision } from "../writing/expected-revision.js";
import type { Staging } from "../writing/staging.js";
import { tombstoneStream } from "../writing/tombstone-stream.js";
import type { WriteOutcome } from "../writing/write-outcome.js";
import { badRequest, statusOf, streamDeleted, wrongExpectedVersion } from "./call-error.js";
import type { CallContext } from "./call-context.js";
import { checkCredentials } from "./credentials.js";
import { expectation } from "./expectation.js";
import { streamName } from "./stream-name.js";

type Write = (staging: Staging, stream: string, expected: ExpectedRevision) => WriteOutcome;
type Request = DeleteReq | TombstoneReq;

/** Serves Delete: the stream can be written to again. */
export function deleteCall(context: CallContext) {
  return unaryWrite(context, deleteStream);
}

/** Serves Tombstone: the stream is gone for good. */
export function tombstoneCall(context: CallContext) {
  return unaryWrite(context, tombstoneStream);
}

/** Both calls look alike on the wire. */
function unaryWrite(context: CallContext, write: Write) {
  return (call: ServerUnaryCall<Request, Buffer>, reply: sendUnaryData<Buffer>): void => {
    serve(context, call, write).then(
      (bytes) => reply(null, bytes),
      (error: unknown) => reply(statusOf(error)),
    );
  };
}

async function serve(
  context: CallContext,
  call: ServerUnaryCall<Request, Buffer>,
  write: Write,
): Promise<Buffer> {
  checkCredentials(call.metadata);
  const options = call.request.getOptions();
  if (options === undefined) throw badRequest("Options are required.");
  const stream = streamName(options.getStreamIdentifier());
  const revision = options.hasRevision() ? options.getRevision() : undefined;
  const expected = expectation(options, revision);
  const outcome = await context.log.write((staging) => write(staging, stream, expected));
  if (outcome.kind === "wrong-version") {
    throw wrongExpectedVersion(stream, expected, outcome.actual);
  }
  if (outcome.kind !== "written") throw streamDeleted(stream);
  return positionReply(outcome.position ?? 0);
}

/** `{position{commit_position, prepare_position}}` */
function positionReply(position: number): Buffer {
  const body = new FieldWriter(24).uint(1, position).uint(2, position).done();
  return new FieldWriter(body.length + 8).bytes(1, body).done();
}
