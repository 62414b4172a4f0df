/** How a column is stored; `bigint` is a safe whole number, `timestamptz` ISO 8601 text in UTC. */
export type ColumnType =
  "text" | "integer" | "bigint" | "double" | "boolean" | "timestamptz" | "date" | "json";

export interface TableIndex {
  readonly columns: readonly string[];
  readonly unique?: boolean;
  /** `gin` finds members of a json list; a B-tree otherwise. */
  readonly using?: "gin";
  /** An SQL predicate for a partial index. */
  readonly where?: string;
}

/** What the engine needs of a table, whatever its rows are. */
export interface TableShape {
  /** Unique over all projections. */
  readonly name: string;
  /** A trailing `?` allows NULL: `text?`. */
  readonly columns: Readonly<Record<string, ColumnType | `${ColumnType}?`>>;
  readonly key: readonly string[];
  readonly indexes?: readonly TableIndex[];
  /** Rows are only ever inserted: a rebuild streams them out instead of holding them. */
  readonly appendOnly?: boolean;
  /**
   * Rows are sums: `tally` adds to them and nothing else. All columns but the key's are whole
   * numbers that begin at 0. Nothing reads a row to change it, so its key may come from another
   * row, and callers that add to the same one need not know of each other.
   */
  readonly sums?: boolean;
  /** SQL expressions that every row must satisfy, by constraint name. */
  readonly checks?: Readonly<Record<string, string>>;
  /**
   * A plpgsql body that runs once after every insert statement and sees its rows as the table
   * `inserted`; it raises an exception to refuse them. All rows of one page arrive in one
   * statement.
   */
  readonly guard?: string;
}

declare const rowType: unique symbol;

/** A table whose rows are `R`; the row type exists for the compiler alone. */
export interface Table<R extends object> extends TableShape {
  readonly [rowType]?: R;
}

/** Declares a table; every field of the row type must be a column and the other way round. */
export function defineTable<R extends object>(
  shape: TableShape & {
    readonly columns: Readonly<Record<keyof R & string, ColumnType | `${ColumnType}?`>>;
    readonly key: readonly (keyof R & string)[];
  },
): Table<R> {
  return shape;
}
