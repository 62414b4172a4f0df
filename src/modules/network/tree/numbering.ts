import { NONE } from "./column.js";
import type { Shape } from "./shape.js";

/**
 * The nodes of one moment, counted in preorder: a subtree is a run of consecutive numbers, so
 * that "is under" is two comparisons, whatever the tree's form. Later nodes are not in it.
 */
export class Numbering {
  /** How many nodes there were: those with lower numbers are in it. */
  readonly count: number;
  readonly #firsts: Int32Array;
  readonly #ends: Int32Array;
  /** Node by place in the preorder. */
  readonly order: Int32Array;

  constructor(shape: Shape) {
    this.count = shape.size;
    this.#firsts = new Int32Array(this.count);
    this.#ends = new Int32Array(this.count);
    this.order = new Int32Array(this.count);
    let next = 0;
    for (const root of shape.roots) next = this.#number(shape, root, next);
    // Children come after their parents, so from the back each subtree's end is known in time.
    for (let node = this.count - 1; node >= 0; node -= 1) {
      const right = shape.child(node, "right");
      const last = right === NONE ? shape.child(node, "left") : right;
      this.#ends[node] = last === NONE ? this.first(node) + 1 : this.end(last);
    }
  }

  /** The node's own place. */
  first(node: number): number {
    return this.#firsts[node] ?? NONE;
  }

  /** The place behind the last of its subtree. */
  end(node: number): number {
    return this.#ends[node] ?? NONE;
  }

  #number(shape: Shape, root: number, from: number): number {
    const waiting = [root];
    let place = from;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      this.#firsts[node] = place;
      this.order[place] = node;
      place += 1;
      const [left, right] = [shape.child(node, "left"), shape.child(node, "right")];
      if (right !== NONE) waiting.push(right);
      if (left !== NONE) waiting.push(left);
    }
    return place;
  }
}
