import { randomInt } from "node:crypto";

/** Random numbers that a printed seed brings back: set CHAOS_SEED to it. */
export interface Chance {
  readonly seed: number;
  /** From 0 to 1. */
  readonly next: () => number;
  /** The same elements in another order. */
  readonly shuffled: <T>(elements: readonly T[]) => readonly T[];
}

export function chance(): Chance {
  const given = process.env["CHAOS_SEED"];
  const seed = given === undefined ? randomInt(2 ** 31) : Number(given);
  let state = seed;
  // mulberry32: short, and good enough to choose moments by.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function shuffled<T>(elements: readonly T[]): readonly T[] {
    return elements
      .map((element) => ({ element, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ element }) => element);
  }

  return { seed, next, shuffled };
}
