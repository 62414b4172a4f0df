import type { MethodDefinition } from "@grpc/grpc-js";
import type { Message } from "google-protobuf";

/** A generated message class, as far as a server needs it. */
interface RequestClass<Request extends Message> {
  deserializeBinary(bytes: Uint8Array): Request;
}

/**
 * Defines one method. Requests are decoded by the generated classes; replies are bytes already, so
 * that a stored event goes out as it was stored.
 */
export function method<Request extends Message>(
  service: string,
  name: string,
  request: RequestClass<Request>,
  streaming: { requestStream?: boolean; responseStream?: boolean } = {},
): MethodDefinition<Request, Buffer> {
  return {
    path: `/${service}/${name}`,
    requestStream: streaming.requestStream ?? false,
    responseStream: streaming.responseStream ?? false,
    requestSerialize: (message) => Buffer.from(message.serializeBinary()),
    requestDeserialize: (bytes) => request.deserializeBinary(bytes),
    responseSerialize: (bytes) => bytes,
    responseDeserialize: (bytes) => bytes,
  };
}
