import { HOUR } from "../../src/kernel/clock.js";

/**
 * One thread of events. It yields the instant (milliseconds since the epoch) at which it goes on,
 * never an earlier one than before, and writes when it is resumed.
 */
export type Story = AsyncGenerator<Pause, void, undefined>;

/** `quiet`: all that is earlier is written by then, and nothing later is begun beside it. */
export type Pause = number | { readonly at: number; readonly quiet: true };

/** A story with the instant of its first event. */
export interface Beginning {
  readonly at: number;
  readonly quiet?: true;
  readonly story: Story;
}

/**
 * How far apart in story time two steps may be that run at the same moment: but for this much, the
 * log is in the order of its times.
 */
const HORIZON = 12 * HOUR;

/** Runs stories side by side in the order of their times, at most so many steps at a moment. */
export class Agenda {
  readonly #heap: Beginning[] = [];
  readonly #until: number;
  readonly #running = new Set<Beginning>();
  readonly #atATime: number;

  /** @param until stories are left where they are at this instant */
  constructor(until: number, atATime: number) {
    this.#until = until;
    this.#atATime = atATime;
  }

  add(beginning: Beginning): void {
    if (beginning.at >= this.#until) return;
    const heap = this.#heap;
    let index = heap.push(beginning) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if ((heap[parent]?.at ?? 0) <= beginning.at) break;
      this.#swap(index, parent);
      index = parent;
    }
  }

  /** Resolves when every story has ended; throws what the first failing one throws. */
  run(): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        this.#heap.length = 0;
        reject(error);
      };
      const fill = (): void => {
        while (this.#mayStart()) {
          const next = this.#pop();
          if (next !== undefined) void this.#step(next).then(fill, fail);
        }
        if (this.#running.size === 0) resolve();
      };
      fill();
    });
  }

  #mayStart(): boolean {
    const [next] = this.#heap;
    if (next === undefined || this.#running.size >= this.#atATime) return false;
    const running = [...this.#running];
    if (running.some(({ quiet }) => quiet !== next.quiet)) return false;
    const earliest = Math.min(next.at, ...running.map(({ at }) => at));
    return next.at <= earliest + HORIZON;
  }

  async #step(beginning: Beginning): Promise<void> {
    const { at, story } = beginning;
    this.#running.add(beginning);
    const { done, value } = await story.next();
    this.#running.delete(beginning);
    if (done === true) return;
    const pause = typeof value === "number" ? { at: value } : value;
    this.add({ ...pause, at: Math.max(pause.at, at), story });
  }

  #pop(): Beginning | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let index = 0; ;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const at = (place: number): number => heap[place]?.at ?? Infinity;
      const least = at(right) < at(left) ? right : left;
      if (at(least) >= at(index)) return first;
      this.#swap(index, least);
      index = least;
    }
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#heap[one], this.#heap[other]];
    if (first === undefined || second === undefined) return;
    this.#heap[one] = second;
    this.#heap[other] = first;
  }
}
