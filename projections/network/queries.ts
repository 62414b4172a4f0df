import { firstRow, type ReadModel } from "../../src/kernel/read-model.js";
import type { NodeRow } from "./tables.js";

export function nodeOf(reads: ReadModel, memberId: string): Promise<NodeRow | undefined> {
  return firstRow(reads, "SELECT * FROM network_nodes WHERE member_id = $1", [memberId]);
}

/** A page of a market's nodes in the order of their numbers, and how many there are in all. */
export async function nodesWhere(
  reads: ReadModel,
  marketplace: string,
  { memberId }: { readonly memberId?: string },
  slice: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly NodeRow[]; readonly total: number }> {
  const where = "WHERE marketplace = $1 AND ($2::text IS NULL OR member_id = $2)";
  const values = [marketplace, memberId ?? null];
  const [rows, counted] = await Promise.all([
    reads.rows<NodeRow>(`SELECT * FROM network_nodes ${where} ORDER BY number LIMIT $3 OFFSET $4`, [
      ...values,
      slice.limit,
      slice.offset,
    ]),
    firstRow<{ readonly n: number }>(
      reads,
      `SELECT count(*) AS n FROM network_nodes ${where}`,
      values,
    ),
  ]);
  return { rows, total: counted?.n ?? 0 };
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
