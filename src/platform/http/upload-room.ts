import { reject, type Rejection } from "../../kernel/rejection.js";

const RETRY_AFTER_SECONDS = 2;

const FULL: Rejection = {
  ...reject("unavailable", "uploads_busy", "Too many uploads at once; please try again."),
  retryAfter: RETRY_AFTER_SECONDS,
};

/** The memory that this process has for the bodies of uploads under way. */
export class UploadRoom {
  readonly #most: number;
  #held = 0;

  /** @param most bytes */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Takes room for so many bytes; call the answer once to give it back. Refuses where there is not
   * so much left, but for one upload alone there always is.
   */
  enter(bytes: number): (() => void) | Rejection {
    if (this.#held > 0 && this.#held + bytes > this.#most) return FULL;
    this.#held += bytes;
    return () => {
      this.#held -= bytes;
    };
  }
}
