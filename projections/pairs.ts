import { defineProjection } from "../src/kernel/projection.js";
import type { Page, ReadModel, Slice } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { PairEvent } from "../src/modules/pair/events.js";
import { pageOfRows } from "./page-of-rows.js";

/** A pair with its earning; amounts in minor units, net = earning − emi_deducted. */
export interface PairRow {
  readonly id: string;
  readonly marketplace: string;
  readonly number: number;
  readonly earner_id: string;
  readonly earner_number: number;
  readonly left_number: number;
  readonly right_number: number;
  readonly pair_amount: number;
  readonly earning: number;
  readonly emi_deducted: number;
  readonly net: number;
  readonly currency: string;
  readonly pair_number: number;
  readonly month: number;
  readonly year: number;
  /** matched, processed */
  readonly status: string;
  readonly matched_at: string;
  readonly processed_at: string | null;
}

const pairsTable = defineTable<PairRow>({
  name: "pairs",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    number: "bigint",
    earner_id: "text",
    earner_number: "bigint",
    left_number: "bigint",
    right_number: "bigint",
    pair_amount: "bigint",
    earning: "bigint",
    emi_deducted: "bigint",
    net: "bigint",
    currency: "text",
    pair_number: "integer",
    month: "integer",
    year: "integer",
    status: "text",
    matched_at: "timestamptz",
    processed_at: "timestamptz?",
  },
  indexes: [{ columns: ["earner_id", "pair_number"] }, { columns: ["marketplace", "matched_at"] }],
});

/** Pairs of members and what each earned, one row a pair. */
export const pairs = defineProjection<PairEvent>({
  name: "pairs",
  version: 1,
  tables: [pairsTable],
  on: {
    PairMatched: ({ data, metadata }, rows) =>
      rows.insert(pairsTable, {
        id: data.pairId,
        marketplace: metadata.marketplace,
        number: data.number,
        earner_id: data.earnerId,
        earner_number: data.earnerNumber,
        left_number: data.left.number,
        right_number: data.right.number,
        pair_amount: data.pairAmount,
        earning: data.earning,
        emi_deducted: data.emiDeducted,
        net: data.net,
        currency: data.currency,
        pair_number: data.pairNumber,
        month: data.month,
        year: data.year,
        status: "matched",
        matched_at: metadata.occurredAt,
        processed_at: null,
      }),
    PairProcessed: ({ data, metadata }, rows) =>
      rows.patch(
        pairsTable,
        { id: data.pairId },
        { status: "processed", processed_at: metadata.occurredAt },
      ),
  },
});

export interface PairFilter {
  /** 1 to 12, UTC. */
  readonly month?: number | undefined;
  readonly year?: number | undefined;
}

/** A page of an earner's pairs, the latest first, and how many there are in all. */
export function pairsOf(
  reads: ReadModel,
  earnerId: string,
  { month, year }: PairFilter,
  slice: Slice,
): Promise<Page<PairRow>> {
  const where = `earner_id = $1 AND ($2::integer IS NULL OR month = $2)
    AND ($3::integer IS NULL OR year = $3)`;
  const order = "pair_number DESC";
  return pageOfRows(
    reads,
    { select: "SELECT * FROM pairs", counted: "pairs", where, order },
    [earnerId, month ?? null, year ?? null],
    slice,
  );
}

/** How many pairs each earner has. */
export async function pairCounts(reads: ReadModel): Promise<ReadonlyMap<string, number>> {
  const rows = await reads.rows<{ readonly earner_id: string; readonly n: number }>(
    "SELECT earner_id, count(*) AS n FROM pairs GROUP BY earner_id",
  );
  return new Map(rows.map(({ earner_id, n }) => [earner_id, n]));
}
