import type { Recorded } from "./event.js";

/** A run of events in log order, and how far the log has been seen with it. */
export interface FeedPage {
  readonly events: readonly Recorded[];
  /**
   * Everything up to here has been seen. It may lie behind the last event, since the log also
   * holds system events that nobody is shown; a checkpoint must follow it all the same, or a wait
   * for a position hangs.
   */
  readonly position: number;
}

/** The log in one order, decoded: upcast to today's versions, personal data decrypted. */
export interface EventFeed {
  /** Everything after the position up to the present end, in pages of at most `pageSize`. */
  history(after: number, pageSize: number): AsyncIterable<FeedPage>;
  /**
   * Everything after the position and then what is appended, until the signal aborts. A page is
   * handed out once it is full or a few milliseconds old; the next one is made ready only while
   * the consumer keeps up. A lost connection is mended inside, with backoff.
   */
  live(after: number, pageSize: number, signal: AbortSignal): AsyncIterable<FeedPage>;
  /** The position of the last event in the log, 0 when it is empty. */
  end(): Promise<number>;
}
