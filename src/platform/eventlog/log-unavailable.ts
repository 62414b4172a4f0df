/**
 * EventStoreDB is away. Thrown once the bounded waiting is over; the HTTP layer answers 503 with
 * Retry-After (DESIGN §12). The command may or may not have been appended: sending it again under
 * the same command id finds out.
 */
export class LogUnavailable extends Error {
  override readonly name = "LogUnavailable";
  /** Seconds after which another try makes sense. */
  readonly retryAfter = 2;

  constructor(what: string, cause?: unknown) {
    super(`the event log is not available: ${what}`, { cause });
  }
}
