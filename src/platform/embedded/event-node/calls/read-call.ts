import type { ReadReq } from "@eventstore/db-client/generated/streams_pb.js";
import type { ServerWritableStream } from "@grpc/grpc-js";
import type { ReadPlan } from "../reading/read-plan.js";
import { serveRead } from "../reading/serve-read.js";
import { serveSubscription } from "../reading/serve-subscription.js";
import { statusOf, streamDeleted } from "./call-error.js";
import type { CallContext } from "./call-context.js";
import { CallReader } from "./call-reader.js";
import { checkCredentials } from "./credentials.js";
import { readRequest } from "./read-request.js";

type Call = ServerWritableStream<ReadReq, Buffer>;

/** Serves Read: reads and subscriptions, of one stream or of $all. */
export function readCall(context: CallContext) {
  return (call: Call): void => {
    const reader = new CallReader(call);
    serve(context, call, reader).then(
      () => call.end(),
      (error: unknown) => {
        if (!reader.closed) call.emit("error", statusOf(error));
      },
    );
  };
}

async function serve(context: CallContext, call: Call, reader: CallReader): Promise<void> {
  checkCredentials(call.metadata);
  const plan = readRequest(call.request);
  const { count } = plan;
  const result =
    count === "subscription"
      ? await serveSubscription(context.log, plan, reader)
      : await serveRead(context.log.storage, withCount(plan, count), reader);
  if (result === "tombstoned") throw streamDeleted(plan.stream ?? "$all");
}

function withCount(plan: ReadPlan, count: number) {
  return { ...plan, count };
}
