/** The read side of Postgres, as the queries that projections export see it. */
export interface ReadModel {
  /** Rows as plain objects: bigint as numbers, timestamps as ISO 8601 text, json parsed. */
  rows<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]>;
}

/** Which rows of a list a page has. */
export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

/** The rows of a page, and how many the whole list has. */
export interface Page<R> {
  readonly rows: readonly R[];
  readonly total: number;
}

/** The first row, for look-ups by a unique key. */
export async function firstRow<R extends object>(
  reads: ReadModel,
  sql: string,
  values: readonly unknown[],
): Promise<R | undefined> {
  const [row] = await reads.rows<R>(sql, values);
  return row;
}
