import streams from "@eventstore/db-client/generated/streams_pb.js";
import type { ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import { appendCall } from "./append-call.js";
import { batchAppendCall } from "./batch-append-call.js";
import type { CallContext } from "./call-context.js";
import { deleteCall, tombstoneCall } from "./delete-calls.js";
import { method } from "./method.js";
import { readCall } from "./read-call.js";

const SERVICE = "event_store.client.streams.Streams";

/** The stream calls, by their names in the protocol. */
export const streamsDefinition = {
  read: method(SERVICE, "Read", streams.ReadReq, { responseStream: true }),
  append: method(SERVICE, "Append", streams.AppendReq, { requestStream: true }),
  batchAppend: method(SERVICE, "BatchAppend", streams.BatchAppendReq, {
    requestStream: true,
    responseStream: true,
  }),
  delete: method(SERVICE, "Delete", streams.DeleteReq),
  tombstone: method(SERVICE, "Tombstone", streams.TombstoneReq),
} satisfies ServiceDefinition;

/** What serves them. */
export function streamsHandlers(context: CallContext): UntypedServiceImplementation {
  return {
    read: readCall(context),
    append: appendCall(context),
    batchAppend: batchAppendCall(context),
    delete: deleteCall(context),
    tombstone: tombstoneCall(context),
  };
}
