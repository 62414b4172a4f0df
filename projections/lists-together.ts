import { firstRow, type ReadModel } from "../src/kernel/read-model.js";

declare const rowType: unique symbol;

/** The text of a query with the one value $1; the row type exists for the compiler alone. */
export interface Query<R extends object> {
  readonly sql: string;
  readonly [rowType]?: R;
}

type Queries<L extends object> = { readonly [K in keyof L]: Query<L[K] & object> };
type Lists<L extends object> = { readonly [K in keyof L]: readonly L[K][] };

/**
 * Several queries over one value as one statement with one row. Each list comes as json, which is
 * read far faster than rows: for a page of few rows of many kinds, that is most of the work.
 */
export function listsTogether<L extends object>(
  queries: Queries<L>,
): (reads: ReadModel, value: string) => Promise<Lists<L>> {
  const lists = Object.entries<Query<object>>(queries).map(
    ([name, { sql }]) => `(SELECT coalesce(json_agg(each), '[]') FROM (${sql}) each) AS ${name}`,
  );
  const statement = `SELECT ${lists.join(",\n")}`;
  return async (reads, value) => {
    const row = await firstRow<Lists<L>>(reads, statement, [value]);
    if (row === undefined) throw new Error("lists without a row");
    return row;
  };
}

/** Within json, Postgres writes instants in another form of ISO 8601. */
export function dated<R extends { readonly created_at: string }>(row: R): R {
  return { ...row, created_at: new Date(row.created_at).toISOString() };
}
