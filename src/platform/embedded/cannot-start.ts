/**
 * An embedded store cannot start for a reason that the operator can cure. The message says in whole
 * sentences what is wrong and what to do; it is to be printed without a stack trace.
 */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}

/** What an error says, for quoting it in a sentence of our own. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
