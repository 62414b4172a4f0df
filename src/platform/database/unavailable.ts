/** Postgres is away, starting, stopping or full: the caller may come again in a moment. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";

  constructor(cause: unknown) {
    super(`the database is not available: ${String(cause)}`, { cause });
  }
}

const NETWORK = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** Connection exceptions (08…), shutdown and start-up (57P01 to 57P03), too many clients. */
const SQLSTATE = /^(08...|57P0[1-3]|53300)$/;

/** What pg says in words alone when a connection breaks, is not had in time, or is gone. */
const WORDS = [
  /^Connection terminated/,
  /^Client was closed/,
  /^Client has encountered a connection error/,
  /timeout exceeded when trying to connect/,
  /^timeout expired/,
  /Query read timeout/,
  /after calling end on the pool/,
];

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

const saysAway = (message: string): boolean => WORDS.some((words) => words.test(message));

function meansAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(meansAway);
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return NETWORK.has(code) || SQLSTATE.test(code) || saysAway(error.message);
}

/** The error itself, or a `DatabaseUnavailable` around it when it means that Postgres is away. */
export function named(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  return meansAway(error) ? new DatabaseUnavailable(error) : error;
}
