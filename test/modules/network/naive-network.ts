import type { Side } from "../../../src/modules/network/tree/shape.js";

interface Node {
  readonly parent: string | null;
  readonly level: number;
  left?: string;
  right?: string;
}

/** The same network, told as simply as can be: every question walks the tree. */
export class NaiveNetwork {
  readonly nodes = new Map<string, Node>();
  readonly eligible: string[] = [];

  add(id: string, parent: string | null, side: Side | null): void {
    const above = parent === null ? undefined : this.nodes.get(parent);
    this.nodes.set(id, { parent, level: above === undefined ? 0 : above.level + 1 });
    if (above !== undefined && side !== null) above[side] = id;
  }

  /** Level by level, from left to right. */
  firstFree(sponsor: string): { parentId: string; side: Side; level: number } {
    for (const id of this.under(sponsor)) {
      const node = this.nodes.get(id);
      if (node === undefined) break;
      const level = node.level + 1;
      if (node.left === undefined) return { parentId: id, side: "left", level };
      if (node.right === undefined) return { parentId: id, side: "right", level };
    }
    throw new Error("a tree always has a free position");
  }

  leg(id: string, side: Side): readonly string[] {
    const top = this.nodes.get(id)?.[side];
    return top === undefined ? [] : this.under(top);
  }

  legs(id: string) {
    const count = (side: Side) => {
      const members = this.leg(id, side);
      const active = members.filter((member) => this.eligible.includes(member));
      return { members: members.length, active: active.length };
    };
    return { left: count("left"), right: count("right") };
  }

  nextEligible(id: string, side: Side, after: string | null): string | undefined {
    const leg = new Set(this.leg(id, side));
    const from = after === null ? 0 : this.eligible.indexOf(after) + 1;
    return this.eligible.slice(from).find((member) => leg.has(member));
  }

  /** The subtree level by level, from left to right. */
  under(top: string): readonly string[] {
    const found = [top];
    for (const id of found) {
      const node = this.nodes.get(id);
      if (node?.left !== undefined) found.push(node.left);
      if (node?.right !== undefined) found.push(node.right);
    }
    return found;
  }
}
