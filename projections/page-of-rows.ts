import { firstRow, type Page, type ReadModel, type Slice } from "../src/kernel/read-model.js";

/** A list as its statement has it. Values are text of ours; what users send goes in as `values`. */
export interface Listing {
  /** The statement up to its WHERE, joins and all. */
  readonly select: string;
  /** What is counted, as FROM names it: joins that only show are left out. */
  readonly counted: string;
  readonly where: string;
  /** Total, so that no row stands on two pages. */
  readonly order: string;
}

/** A page and how long its list is, read at the same time; `values` are those of WHERE. */
export async function pageOfRows<R extends object>(
  reads: ReadModel,
  { select, counted, where, order }: Listing,
  values: readonly unknown[],
  { limit, offset }: Slice,
): Promise<Page<R>> {
  const [rows, total] = await Promise.all([
    reads.rows<R>(
      `${select} WHERE ${where} ORDER BY ${order}
        LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
      [...values, limit, offset],
    ),
    countOfRows(reads, counted, where, values),
  ]);
  return { rows, total };
}

/** How many rows meet a condition. */
export async function countOfRows(
  reads: ReadModel,
  counted: string,
  where: string,
  values: readonly unknown[],
): Promise<number> {
  const row = await firstRow<{ readonly n: number }>(
    reads,
    `SELECT count(*) AS n FROM ${counted} WHERE ${where}`,
    values,
  );
  return row?.n ?? 0;
}
