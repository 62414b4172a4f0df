import { Column, NONE } from "./column.js";
import { Fenwick } from "./fenwick.js";
import type { Numbering } from "./numbering.js";
import type { Shape } from "./shape.js";

/**
 * How many marked nodes any subtree has, for trees of any form, a chain of 100,000 included.
 *
 * Marks that were there at the last numbering are a difference of two sums. Later marks count at
 * the nearest numbered node above them; nodes younger than the numbering have counts of their own.
 */
export class Tally {
  readonly #shape: Shape;
  #numbering: Numbering;
  readonly #marks = new Column(0);
  /** Marks before each place of the numbering. */
  #sums: Int32Array = new Int32Array(1);
  #since = new Fenwick(0);
  /** Marks under each node that is younger than the numbering, the oldest of them first. */
  readonly #young = new Column(0);

  constructor(shape: Shape, numbering: Numbering) {
    this.#shape = shape;
    this.#numbering = numbering;
    this.renumbered(numbering);
  }

  /** Marks a node that is not marked yet. */
  mark(node: number): void {
    const { count } = this.#numbering;
    this.#marks.set(node, 1);
    let above = node;
    for (; above >= count; above = this.#shape.parent(above)) {
      this.#young.set(above - count, this.#young.get(above - count) + 1);
    }
    if (above !== NONE) this.#since.add(this.#numbering.first(above), 1);
  }

  /** Marked nodes of a subtree, its top included. */
  under(node: number): number {
    const numbering = this.#numbering;
    if (node >= numbering.count) return this.#young.get(node - numbering.count);
    const [first, end] = [numbering.first(node), numbering.end(node)];
    const known = (this.#sums[end] ?? 0) - (this.#sums[first] ?? 0);
    return known + this.#since.between(first, end);
  }

  renumbered(numbering: Numbering): void {
    this.#numbering = numbering;
    this.#since = new Fenwick(numbering.count);
    this.#young.clear();
    this.#sums = new Int32Array(numbering.count + 1);
    let sum = 0;
    for (let place = 0; place < numbering.count; place += 1) {
      sum += this.#marks.get(numbering.order[place] ?? NONE);
      this.#sums[place + 1] = sum;
    }
  }
}
