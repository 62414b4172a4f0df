import { reject, type Rejection } from "../../kernel/rejection.js";

/** A write is durable but the read models are too far behind to show it in time. */
export class NotYetVisible extends Error {
  override readonly name = "NotYetVisible";
}

/**
 * Errors that mean "a store is away", by name: the platform's rooms each throw their own class
 * and this one need not import them all.
 */
const UNAVAILABLE: ReadonlySet<string> = new Set([
  "LogUnavailable",
  "DatabaseUnavailable",
  "GatewayUnavailable",
  "NotYetVisible",
]);

const RETRY_AFTER_SECONDS = 2;

/** A thrown error as the refusal "try again soon", or undefined if it is a bug. */
export function asUnavailable(error: unknown): Rejection | undefined {
  if (!(error instanceof Error) || !UNAVAILABLE.has(error.name)) return undefined;
  const message = "The service is temporarily unavailable, please try again.";
  return {
    ...reject("unavailable", "temporarily_unavailable", message),
    retryAfter: RETRY_AFTER_SECONDS,
  };
}

/** The answer to a bug: says nothing about its cause. */
export const INTERNAL_ERROR: Rejection = reject(
  "internal",
  "internal_error",
  "Something went wrong on our side.",
);
