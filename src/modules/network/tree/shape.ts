import { Column, NONE } from "./column.js";

export type Side = "left" | "right";

/** A free position: nobody stands on this side of this node. */
export interface Position {
  readonly parent: number;
  readonly side: Side;
}

/**
 * Binary trees that grow by leaves alone: nodes are numbered as they come and never move.
 *
 * Each node knows how many levels below it the nearest free position of its subtree is. That is
 * at most log2 of the subtree's size and never shrinks, so keeping it up costs O(log n) a node
 * over a tree's life, and the first free position is found by walking down so many levels.
 */
export class Shape {
  readonly #parents = new Column(NONE);
  readonly #lefts = new Column(NONE);
  readonly #rights = new Column(NONE);
  readonly #levels = new Column(0);
  readonly #distances = new Column(0);
  readonly #roots: number[] = [];

  get size(): number {
    return this.#parents.length;
  }

  get roots(): readonly number[] {
    return this.#roots;
  }

  parent(node: number): number {
    return this.#parents.get(node);
  }

  /** A root's is 0, a child's one more than its parent's. */
  level(node: number): number {
    return this.#levels.get(node);
  }

  child(node: number, side: Side): number {
    return (side === "left" ? this.#lefts : this.#rights).get(node);
  }

  addRoot(): number {
    const root = this.#add(NONE, 0);
    this.#roots.push(root);
    return root;
  }

  /** The new node's number. A position is taken once; who takes it again has a mistake. */
  addChild({ parent, side }: Position): number {
    if (this.child(parent, side) !== NONE) throw new Error(`${side} of ${parent} is taken`);
    const node = this.#add(parent, this.level(parent) + 1);
    (side === "left" ? this.#lefts : this.#rights).set(parent, node);
    this.#raiseDistances(parent);
    return node;
  }

  /** The first free position of a node's subtree: level by level, from left to right. */
  firstFree(node: number): Position {
    let parent = node;
    while (this.#distances.get(parent) > 0) {
      const left = this.#lefts.get(parent);
      const right = this.#rights.get(parent);
      parent = this.#distances.get(left) <= this.#distances.get(right) ? left : right;
    }
    return { parent, side: this.#lefts.get(parent) === NONE ? "left" : "right" };
  }

  #add(parent: number, level: number): number {
    const node = this.size;
    this.#parents.push(parent);
    this.#lefts.push(NONE);
    this.#rights.push(NONE);
    this.#levels.push(level);
    this.#distances.push(0);
    return node;
  }

  #raiseDistances(from: number): void {
    for (let node = from; node !== NONE; node = this.parent(node)) {
      const left = this.#lefts.get(node);
      const right = this.#rights.get(node);
      if (left === NONE || right === NONE) return;
      const distance = 1 + Math.min(this.#distances.get(left), this.#distances.get(right));
      if (distance === this.#distances.get(node)) return;
      this.#distances.set(node, distance);
    }
  }
}
