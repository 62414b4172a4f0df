import protobuf from "google-protobuf";

/**
 * The client hands JSON to google-protobuf as base64 text, which that library turns into bytes one
 * character at a time, twice an append: a third of an append's cost. Node does the same natively.
 */
function bytesAsU8(bytes: Uint8Array | string): Uint8Array {
  return typeof bytes === "string" ? Buffer.from(bytes, "base64") : bytes;
}

/** Gives google-protobuf Node's own base64, for the whole process; any number of times. */
export function decodeBase64Natively(): void {
  protobuf.Message.bytesAsU8 = bytesAsU8;
}
