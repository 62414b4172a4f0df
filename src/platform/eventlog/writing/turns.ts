import { within } from "../waiting.js";

/**
 * One piece of work at a time for each stream, in order of arrival. Without it the commands of
 * one process would fight each other over the stream's revision; between processes they still do.
 */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** @param patience milliseconds that a caller waits for its turn before `LogUnavailable` */
  async take<T>(stream: string, patience: number, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(stream);
    let done = (): void => undefined;
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    // Whoever gives up waiting leaves its place in the line, not a gap that others overtake in.
    const last = before === undefined ? mine : before.then(() => mine);
    this.#last.set(stream, last);
    try {
      if (before !== undefined) await within(patience, `the line for ${stream}`, before);
      return await work();
    } finally {
      done();
      if (this.#last.get(stream) === last) this.#last.delete(stream);
    }
  }
}
