/** What a writer expects of the stream: a revision, or one of EventStoreDB's words. */
export type ExpectedRevision = number | "any" | "no_stream" | "stream_exists";

/** The number that stands for an expectation in error trailers (EventStoreDB, ExpectedVersion). */
export function expectedVersionNumber(expected: ExpectedRevision): number {
  if (expected === "any") return -2;
  if (expected === "no_stream") return -1;
  return expected === "stream_exists" ? -4 : expected;
}
