import { Column, NONE } from "./column.js";
import type { CountedTree } from "./counted-tree.js";

/**
 * Active nodes in the order in which they became so.
 *
 * Only the end grows, and a node is active only once it stands in the tree: so whoever takes the
 * oldest of a leg again and again has always taken a beginning of that leg's part of the queue,
 * and one node, the last taken, says where to go on.
 */
export class Queue {
  readonly #tree: CountedTree;
  readonly #nodes = new Column(NONE);
  readonly #turns = new Column(NONE);

  constructor(tree: CountedTree) {
    this.#tree = tree;
  }

  add(node: number): void {
    this.#turns.set(node, this.#nodes.length);
    this.#nodes.push(node);
  }

  /** The oldest of a subtree that is younger than a given one, or than none. */
  nextUnder(top: number, after: number): number {
    if (top === NONE) return NONE;
    const from = after === NONE ? 0 : this.#turnOf(after) + 1;
    // Either way gives the same; a small leg is sooner walked than found in a long queue.
    const scanning = this.#nodes.length - from;
    return this.#tree.size(top) * 8 < scanning ? this.#walk(top, from) : this.#scan(top, from);
  }

  #turnOf(node: number): number {
    const turn = this.#turns.get(node);
    if (turn === NONE) throw new Error(`node ${node} was taken before it was active`);
    return turn;
  }

  #scan(top: number, from: number): number {
    for (let turn = from; turn < this.#nodes.length; turn += 1) {
      const node = this.#nodes.get(turn);
      if (this.#tree.isUnder(node, top)) return node;
    }
    return NONE;
  }

  #walk(top: number, from: number): number {
    const { shape } = this.#tree;
    let oldest = this.#nodes.length;
    const waiting = [top];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const turn = this.#turns.get(node);
      if (turn >= from && turn < oldest) oldest = turn;
      const [left, right] = [shape.child(node, "left"), shape.child(node, "right")];
      if (left !== NONE) waiting.push(left);
      if (right !== NONE) waiting.push(right);
    }
    return this.#nodes.get(oldest);
  }
}
