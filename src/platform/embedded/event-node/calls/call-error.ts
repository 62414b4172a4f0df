import { Metadata, status } from "@grpc/grpc-js";
import type { ExpectedRevision } from "../writing/expected-revision.js";
import { expectedVersionNumber } from "../writing/expected-revision.js";
import { CommitTimedOut } from "../writing/commit-timeout.js";

/**
 * A call that ends with a status; the client chooses its error class by the `exception` trailer.
 */
export interface CallError {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
}

/** Thrown where a request cannot be served; answered with its status and trailers. */
export class RefusedCall extends Error {
  readonly status: CallError;

  constructor(code: status, details: string, trailers: Record<string, string> = {}) {
    super(details);
    this.status = callError(code, details, trailers);
  }
}

/** Trailers are printable ASCII only; a stream's name may be anything. */
function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/gu, (letter) => encodeURIComponent(letter));
}

function callError(code: status, details: string, trailers: Record<string, string>): CallError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, printable(value));
  return { code, details: printable(details), metadata };
}

/** The stream is tombstoned. */
export function streamDeleted(stream: string): RefusedCall {
  const trailers = { exception: "stream-deleted", "stream-name": stream };
  const details = `Event stream '${stream}' is deleted.`;
  return new RefusedCall(status.FAILED_PRECONDITION, details, trailers);
}

/**
 * A delete or tombstone met another revision than expected (appends answer with a message instead).
 */
export function wrongExpectedVersion(
  stream: string,
  expected: ExpectedRevision,
  actual: number,
): RefusedCall {
  const version = expectedVersionNumber(expected);
  return new RefusedCall(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${stream}, ` +
      `Expected version: ${version}, Actual version: ${actual}`,
    {
      exception: "wrong-expected-version",
      "stream-name": stream,
      "expected-version": String(version),
      "actual-version": String(actual),
    },
  );
}

/** One append holds more than the log takes in one go. */
export function maximumAppendSizeExceeded(limit: number): RefusedCall {
  const trailers = {
    exception: "maximum-append-size-exceeded",
    "maximum-append-size": String(limit),
  };
  return new RefusedCall(
    status.INVALID_ARGUMENT,
    `Maximum Append Size of ${limit} Exceeded.`,
    trailers,
  );
}

/** A proposed event lacks its type or content type. */
export function missingMetadata(property: string): RefusedCall {
  const trailers = {
    exception: "missing-required-metadata-property",
    "required-metadata-properties": "type,content-type",
  };
  return new RefusedCall(
    status.INVALID_ARGUMENT,
    `Required Metadata Property '${property}' is missing`,
    trailers,
  );
}

/** The request makes no sense. */
export function badRequest(details: string): RefusedCall {
  return new RefusedCall(status.INVALID_ARGUMENT, details);
}

/** What to answer when a handler threw: its refusal, or an unknown error without its inside. */
export function statusOf(error: unknown): CallError {
  if (error instanceof RefusedCall) return error.status;
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof CommitTimedOut ? status.ABORTED : status.UNKNOWN;
  return callError(code, reason, {});
}
