import type { AppendReq } from "@eventstore/db-client/generated/streams_pb.js";
import type { sendUnaryData, ServerReadableStream } from "@grpc/grpc-js";
import type { AppendRequest } from "../writing/append-events.js";
import { appendEvents } from "../writing/append-events.js";
import type { ExpectedRevision } from "../writing/expected-revision.js";
import { AppendCollector } from "./append-collector.js";
import { appendReply } from "./append-reply.js";
import { badRequest, maximumAppendSizeExceeded, statusOf } from "./call-error.js";
import type { CallContext } from "./call-context.js";
import { checkCredentials } from "./credentials.js";
import { expectation } from "./expectation.js";
import { proposal } from "./proposal.js";
import { streamName } from "./stream-name.js";

/** Serves Append: options first, then one message an event, then the end; answered once. */
export function appendCall(context: CallContext) {
  return (call: ServerReadableStream<AppendReq, Buffer>, reply: sendUnaryData<Buffer>): void => {
    const collector = new AppendCollector(context.maxAppendSize);
    let target: { stream: string; expected: ExpectedRevision } | undefined;
    let answered = false;
    const refuse = (error: unknown): void => {
      if (!answered) reply(statusOf(error));
      answered = true;
    };
    call.on("data", (message: AppendReq) => {
      if (answered) return;
      try {
        target ??= readTarget(call, message);
        const event = message.getProposedMessage();
        if (event !== undefined) collector.add(proposal(event));
        if (collector.tooLarge) refuse(maximumAppendSizeExceeded(context.maxAppendSize));
      } catch (error) {
        refuse(error);
      }
    });
    call.on("error", refuse);
    call.on("end", () => {
      if (answered || call.cancelled) return;
      if (target === undefined) return refuse(badRequest("Options are required."));
      const request = { ...target, events: collector.events, deadline: Infinity };
      write(context, request).then((bytes) => reply(null, bytes), refuse);
    });
  };
}

async function write(context: CallContext, request: AppendRequest): Promise<Buffer> {
  const outcome = await context.log.write((staging) => appendEvents(staging, request));
  return appendReply(outcome, request);
}

function readTarget(
  call: ServerReadableStream<AppendReq, Buffer>,
  message: AppendReq,
): { stream: string; expected: ExpectedRevision } {
  checkCredentials(call.metadata);
  const options = message.getOptions();
  if (options === undefined) throw badRequest("Options are required before events.");
  const revision = options.hasRevision() ? options.getRevision() : undefined;
  return {
    stream: streamName(options.getStreamIdentifier()),
    expected: expectation(options, revision),
  };
}
