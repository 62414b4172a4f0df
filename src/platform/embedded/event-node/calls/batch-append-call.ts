import type { BatchAppendReq } from "@eventstore/db-client/generated/streams_pb.js";
import type { ServerDuplexStream } from "@grpc/grpc-js";
import { appendEvents } from "../writing/append-events.js";
import { AppendCollector } from "./append-collector.js";
import type { BatchTarget } from "./batch-target.js";
import { batchFailure, batchReply, batchTooLarge } from "./batch-append-reply.js";
import { batchTarget } from "./batch-target.js";
import { badRequest, statusOf } from "./call-error.js";
import type { CallContext } from "./call-context.js";
import { checkCredentials } from "./credentials.js";
import { proposal } from "./proposal.js";

type Call = ServerDuplexStream<BatchAppendReq, Buffer>;

interface Pending {
  readonly target: BatchTarget;
  readonly collector: AppendCollector;
  failure: unknown;
}

/**
 * Serves BatchAppend: one call carries all appends of a client, each in one or more chunks under a
 * correlation id. Every append is answered exactly once, in any order; the client never ends the call itself.
 */
export function batchAppendCall(context: CallContext) {
  return (call: Call): void => {
    const pending = new Map<string, Pending>();
    call.on("data", (chunk: BatchAppendReq) => {
      try {
        checkCredentials(call.metadata);
        receive(context, call, pending, chunk);
      } catch (error) {
        // The chunk cannot be told from the others, so no answer could reach its sender.
        call.emit("error", statusOf(error));
      }
    });
    call.on("error", () => pending.clear());
    call.on("end", () => call.end());
  };
}

function receive(
  context: CallContext,
  call: Call,
  pending: Map<string, Pending>,
  chunk: BatchAppendReq,
): void {
  const id = chunk.getCorrelationId()?.getString() ?? "";
  const known = pending.get(id) ?? start(context, id, chunk);
  pending.set(id, known);
  try {
    for (const message of chunk.getProposedMessagesList()) known.collector.add(proposal(message));
  } catch (error) {
    known.failure = error;
  }
  if (!chunk.getIsFinal()) return;
  pending.delete(id);
  void finish(context, known).then((reply) => {
    if (!call.cancelled) call.write(reply);
  });
}

function start(context: CallContext, id: string, chunk: BatchAppendReq): Pending {
  const options = chunk.getOptions();
  if (id === "" || options === undefined) throw badRequest("An append begins with its options.");
  return {
    target: batchTarget(id, options),
    collector: new AppendCollector(context.maxAppendSize),
    failure: undefined,
  };
}

async function finish(context: CallContext, { target, collector, failure }: Pending) {
  if (failure !== undefined) return batchFailure(target, failure);
  if (collector.tooLarge) return batchTooLarge(target, context.maxAppendSize);
  const request = { ...target, events: collector.events };
  try {
    const outcome = await context.log.write((staging) => appendEvents(staging, request));
    return batchReply(target, outcome);
  } catch (error) {
    return batchFailure(target, error);
  }
}
