import { NONE } from "./column.js";
import { Numbering } from "./numbering.js";
import { Shape, type Position } from "./shape.js";
import { Tally } from "./tally.js";

/** Nodes after which all are numbered anew; until then the youngest are looked after one by one. */
const YOUNG_MOST = 1_000;

/** A growing tree that knows for any node, at once, who is under it and how many. */
export class CountedTree {
  readonly shape = new Shape();
  #numbering = new Numbering(this.shape);
  readonly #all = new Tally(this.shape, this.#numbering);
  readonly #active = new Tally(this.shape, this.#numbering);

  addRoot(): number {
    return this.#counted(this.shape.addRoot());
  }

  addChild(position: Position): number {
    return this.#counted(this.shape.addChild(position));
  }

  /** Marks a node as active, once. */
  activate(node: number): void {
    this.#active.mark(node);
  }

  /** Nodes of a subtree, its top included; 0 for no node. */
  size(top: number): number {
    return top === NONE ? 0 : this.#all.under(top);
  }

  /** Active ones among them. */
  active(top: number): number {
    return top === NONE ? 0 : this.#active.under(top);
  }

  /** Whether a node is the top or below it. */
  isUnder(node: number, top: number): boolean {
    const numbering = this.#numbering;
    let above = node;
    for (; above >= numbering.count; above = this.shape.parent(above)) {
      if (above === top) return true;
    }
    if (above === NONE || top >= numbering.count) return false;
    const place = numbering.first(above);
    return place >= numbering.first(top) && place < numbering.end(top);
  }

  #counted(node: number): number {
    this.#all.mark(node);
    if (this.shape.size - this.#numbering.count >= YOUNG_MOST) {
      this.#numbering = new Numbering(this.shape);
      this.#all.renumbered(this.#numbering);
      this.#active.renumbered(this.#numbering);
    }
    return node;
  }
}
