import type { Reader } from "./reader.js";

/** Something that sends, each time it is asked, all events after those that it has sent already. */
export interface Cursor {
  /** Sends what is new. Returns "tombstoned" when the stream was deleted for good. */
  advance(reader: Reader): Promise<"done" | "tombstoned">;
  /** Told once, when all of the past has been sent. */
  caughtUp(reader: Reader): Promise<void>;
}
