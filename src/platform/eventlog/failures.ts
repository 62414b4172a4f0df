import {
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  RequiredMetadataPropertyMissingError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from "@eventstore/db-client";

/** Answers of a store that has understood the request: asking again cannot change them. */
const FINAL = [
  AccessDeniedError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  RequiredMetadataPropertyMissingError,
  StreamDeletedError,
];

export function isFinal(error: unknown): boolean {
  return FINAL.some((kind) => error instanceof kind);
}

export function isConflict(error: unknown): boolean {
  return error instanceof WrongExpectedVersionError;
}

export function isStreamNotFound(error: unknown): boolean {
  return error instanceof StreamNotFoundError;
}
