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
  /** True once it has been answered; chunks that still come are thrown away. */
  answered: boolean;
}

/**
 * Serves BatchAppend: one call carries all appends of a client, each in one or more chunks under a
 * correlation id. Every append is answered exactly once, in any order; the client never ends the
 * call itself.
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
  const append = pending.get(id) ?? start(context, id, chunk);
  if (chunk.getIsFinal()) pending.delete(id);
  else pending.set(id, append);
  if (append.answered) return;
  const answer = (reply: Buffer): void => {
    append.answered = true;
    if (!call.cancelled) call.write(reply);
  };
  const refusal = collect(context, append, chunk);
  if (refusal !== undefined) answer(refusal);
  else if (chunk.getIsFinal()) void finish(context, append).then(answer);
}

function start(context: CallContext, id: string, chunk: BatchAppendReq): Pending {
  const options = chunk.getOptions();
  if (id === "" || options === undefined) throw badRequest("An append begins with its options.");
  const collector = new AppendCollector(context.maxAppendSize);
  return { target: batchTarget(id, options), collector, answered: false };
}

/** Takes the events of a chunk; returns the answer if the append cannot succeed any more. */
function collect(
  context: CallContext,
  { target, collector }: Pending,
  chunk: BatchAppendReq,
): Buffer | undefined {
  if (Date.now() > target.deadline) return batchReply(target, { kind: "timeout" });
  try {
    for (const message of chunk.getProposedMessagesList()) collector.add(proposal(message));
  } catch (error) {
    return batchFailure(target, error);
  }
  return collector.tooLarge ? batchTooLarge(target, context.maxAppendSize) : undefined;
}

async function finish(context: CallContext, { target, collector }: Pending): Promise<Buffer> {
  const request = { ...target, events: collector.events };
  try {
    const outcome = await context.log.write((staging) => appendEvents(staging, request));
    return batchReply(target, outcome);
  } catch (error) {
    return batchFailure(target, error);
  }
}
