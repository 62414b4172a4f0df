/** What became of an append, a delete or a tombstone. */
export type WriteOutcome =
  | Written
  | { readonly kind: "wrong-version"; readonly actual: number }
  | { readonly kind: "stream-deleted" }
  | { readonly kind: "timeout" };

/** Done, now or (for a repeated request) earlier. */
export interface Written {
  readonly kind: "written";
  /** The stream's revision after the write; -1 if the stream is (still) empty. */
  readonly revision: number;
  /** The log position of the last event written, undefined if there was nothing to write. */
  readonly position: number | undefined;
}

/** The stream was not as the writer expected; `actual` is its last revision, -1 for none. */
export function wrongVersion(actual: number): WriteOutcome {
  return { kind: "wrong-version", actual };
}

/** The stream was tombstoned; nothing can ever be written to it again. */
export const STREAM_DELETED: WriteOutcome = { kind: "stream-deleted" };
