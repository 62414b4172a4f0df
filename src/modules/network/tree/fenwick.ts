/** Sums over ranges of a row of numbers that change one at a time, each in O(log n) (Fenwick). */
export class Fenwick {
  readonly #sums: Int32Array;

  constructor(length: number) {
    this.#sums = new Int32Array(length + 1);
  }

  add(index: number, delta: number): void {
    const sums = this.#sums;
    for (let at = index + 1; at < sums.length; at += at & -at) {
      sums[at] = (sums[at] ?? 0) + delta;
    }
  }

  /** The sum from an index up to, not including, another. */
  between(from: number, to: number): number {
    return this.#before(to) - this.#before(from);
  }

  #before(index: number): number {
    let total = 0;
    for (let at = index; at > 0; at -= at & -at) total += this.#sums[at] ?? 0;
    return total;
  }
}
