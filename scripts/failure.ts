/** Errors that tell an operator all there is to know; others show where they came from. */
const EXPECTED = new Set([
  "InvalidSettings",
  "DatabaseUnavailable",
  "LogUnavailable",
  "UnknownProjection",
  "RebuildRunning",
  "RebuildAborted",
  "NothingRetired",
  "AlreadySown",
  "CannotStart",
  "TourFailed",
]);

/** Tells what went wrong on the terminal; the exit code of it. */
export function reportFailure(error: unknown): number {
  const expected = error instanceof Error && EXPECTED.has(error.name);
  console.error(expected ? `error: ${error.message}` : error);
  return 1;
}
