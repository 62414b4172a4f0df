import type { StreamIdentifier } from "@eventstore/db-client/generated/shared_pb.js";
import { badRequest } from "./call-error.js";

/** The name in a stream identifier; a request without one is refused. */
export function streamName(identifier: StreamIdentifier | undefined): string {
  const name = Buffer.from(identifier?.getStreamName_asU8() ?? []).toString("utf8");
  if (name === "") throw badRequest("A stream name is required.");
  return name;
}
