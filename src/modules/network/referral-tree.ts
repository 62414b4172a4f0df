import { NONE } from "./tree/column.js";
import { CountedTree } from "./tree/counted-tree.js";
import { Queue } from "./tree/queue.js";
import type { Side } from "./tree/shape.js";

/** Where a member stands. */
export interface Place {
  readonly memberId: string;
  /** Null, as the side, for the top of a tree. */
  readonly parentId: string | null;
  readonly side: Side | null;
}

/** A position that nobody has, as far as this tree knows. */
export interface FreePosition {
  readonly parentId: string;
  readonly side: Side;
  /** Of whoever takes it. */
  readonly level: number;
}

/** The members below one side of a member. */
export interface Leg {
  readonly members: number;
  /** Those of them who are activated. */
  readonly active: number;
}

/**
 * The referral network of all members in memory, built from what the log says in its order
 * (EV Distribution, Binary APIs). Nothing in it is decided here: streams decide.
 *
 * A member is eligible for pairs once both facts are recorded, the place and the activation.
 */
export class ReferralTree {
  readonly #tree = new CountedTree();
  readonly #queue = new Queue(this.#tree);
  readonly #nodes = new Map<string, number>();
  readonly #members: string[] = [];
  /** Members who lack one of the two facts, with the one that is there. */
  readonly #half = new Map<string, "placed" | "activated">();

  has(memberId: string): boolean {
    return this.#nodes.has(memberId);
  }

  /** Everybody in the order in which they came into this tree. */
  get members(): readonly string[] {
    return this.#members;
  }

  /** Puts a member into the tree; a member who is there already stays. */
  place({ memberId, parentId, side }: Place): void {
    if (this.#nodes.has(memberId)) return;
    const node =
      parentId === null || side === null
        ? this.#tree.addRoot()
        : this.#tree.addChild({ parent: this.#node(parentId), side });
    this.#nodes.set(memberId, node);
    this.#members[node] = memberId;
  }

  /** The log says that the member stands here; each such fact is told once, in the log's order. */
  placed(place: Place): void {
    this.place(place);
    this.#heard(place.memberId, "placed");
  }

  /** The log says that the member is activated; it may say so before it tells the place. */
  activated(memberId: string): void {
    this.#heard(memberId, "activated");
  }

  /** The first free position under a sponsor: level by level, from left to right (EV-R130). */
  firstFree(sponsorId: string): FreePosition {
    const { shape } = this.#tree;
    const { parent, side } = shape.firstFree(this.#node(sponsorId));
    return { parentId: this.#member(parent), side, level: shape.level(parent) + 1 };
  }

  /** Who is below each side of a member (EV-R132). */
  legs(memberId: string): Readonly<Record<Side, Leg>> {
    return { left: this.#leg(memberId, "left"), right: this.#leg(memberId, "right") };
  }

  /**
   * The member of a leg who has been eligible for longest after the one who was taken last from
   * that leg; undefined when there is none.
   */
  nextEligible(memberId: string, side: Side, lastTaken: string | null): string | undefined {
    const top = this.#tree.shape.child(this.#node(memberId), side);
    const after = lastTaken === null ? NONE : this.#node(lastTaken);
    const next = this.#queue.nextUnder(top, after);
    return next === NONE ? undefined : this.#member(next);
  }

  #heard(memberId: string, fact: "placed" | "activated"): void {
    const before = this.#half.get(memberId);
    if (before === undefined) {
      this.#half.set(memberId, fact);
    } else if (before !== fact) {
      this.#half.delete(memberId);
      const node = this.#node(memberId);
      this.#tree.activate(node);
      this.#queue.add(node);
    }
  }

  #leg(memberId: string, side: Side): Leg {
    const top = this.#tree.shape.child(this.#node(memberId), side);
    return { members: this.#tree.size(top), active: this.#tree.active(top) };
  }

  #node(memberId: string): number {
    const node = this.#nodes.get(memberId);
    if (node === undefined) throw new Error(`${memberId} has no place in the tree yet`);
    return node;
  }

  #member(node: number): string {
    const memberId = this.#members[node];
    if (memberId === undefined) throw new Error(`node ${node} is nobody's`);
    return memberId;
  }
}
