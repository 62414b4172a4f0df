import features from "@eventstore/db-client/generated/serverfeatures_pb.js";
import shared from "@eventstore/db-client/generated/shared_pb.js";
import type {
  sendUnaryData,
  ServerUnaryCall,
  ServiceDefinition,
  UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { method } from "./method.js";

const SERVICE = "event_store.client.server_features.ServerFeatures";
const STREAMS = "event_store.client.streams.Streams";

/** The version of EventStoreDB whose behaviour the node follows. */
export const VERSION = "24.6.0";

const METHODS = ["read", "append", "batchappend", "delete", "tombstone"];

/** How a client learns what this server can do. */
export const featuresDefinition = {
  getSupportedMethods: method(SERVICE, "GetSupportedMethods", shared.Empty),
} satisfies ServiceDefinition;

/** Persistent subscriptions and projections are not among the methods: they stay unimplemented. */
export function featuresHandlers(): UntypedServiceImplementation {
  const reply = new features.SupportedMethods();
  reply.setEventStoreServerVersion(VERSION);
  reply.setMethodsList(METHODS.map(supported));
  const bytes = Buffer.from(reply.serializeBinary());
  return {
    getSupportedMethods: (_call: ServerUnaryCall<unknown, Buffer>, send: sendUnaryData<Buffer>) =>
      send(null, bytes),
  };
}

function supported(name: string) {
  const method = new features.SupportedMethod();
  method.setServiceName(STREAMS);
  method.setMethodName(name);
  return method;
}
