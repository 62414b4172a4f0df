import { firstRow, type Page, type ReadModel, type Slice } from "../../src/kernel/read-model.js";
import { pageOfRows } from "../page-of-rows.js";
import type { NodeRow } from "./tables.js";

export function nodeOf(reads: ReadModel, memberId: string): Promise<NodeRow | undefined> {
  return firstRow(reads, "SELECT * FROM network_nodes WHERE member_id = $1", [memberId]);
}

/** A page of a market's nodes in the order of their numbers, and how many there are in all. */
export function nodesWhere(
  reads: ReadModel,
  marketplace: string,
  { memberId }: { readonly memberId?: string },
  slice: Slice,
): Promise<Page<NodeRow>> {
  return pageOfRows(
    reads,
    {
      select: "SELECT * FROM network_nodes",
      counted: "network_nodes",
      where: "marketplace = $1 AND ($2::text IS NULL OR member_id = $2)",
      order: "number",
    },
    [marketplace, memberId ?? null],
    slice,
  );
}

/** A member got a place, or was activated. */
export interface NetworkFact {
  readonly position: number;
  readonly fact: "placed" | "activated";
  readonly member_id: string;
  readonly parent_id: string | null;
  readonly side: "left" | "right" | null;
}

/** What the log says of the network after a position, in its order. */
export function networkFactsAfter(
  reads: ReadModel,
  position: number,
  limit: number,
): Promise<NetworkFact[]> {
  return reads.rows(
    `(SELECT position, 'placed' AS fact, member_id, parent_id, side
        FROM network_nodes WHERE position > $1 ORDER BY position LIMIT $2)
      UNION ALL
     (SELECT position, 'activated', member_id, NULL, NULL
        FROM network_activations WHERE position > $1 ORDER BY position LIMIT $2)
      ORDER BY position LIMIT $2`,
    [position, limit],
  );
}
