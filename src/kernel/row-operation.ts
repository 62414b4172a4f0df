import type { Table, TableShape } from "./table.js";

export type Row = Readonly<Record<string, unknown>>;

/** One change to one row, as data; the engine folds a page of them and writes the outcome. */
export type RowOperation =
  | { readonly op: "insert"; readonly table: TableShape; readonly row: Row }
  | { readonly op: "remove"; readonly table: TableShape; readonly key: Row }
  | {
      readonly op: "change";
      readonly table: TableShape;
      readonly key: Row;
      /** Gets the present row, `undefined` when there is none. */
      readonly change: (row: Row | undefined) => Row;
    }
  | {
      readonly op: "derive";
      readonly table: TableShape;
      readonly key: Row;
      readonly target: TableShape;
      readonly make: (row: Row) => Row;
    }
  | {
      readonly op: "tally";
      readonly table: TableShape;
      readonly key: Row;
      readonly target: TableShape;
      /** Gets the row and gives what is added, whole rows. */
      readonly make: (row: Row) => readonly Row[];
    };

/** What a projection's handler may do: name row changes. It can read nothing. */
export interface RowWriter {
  /** A new row; a row of that key must not exist. */
  insert<R extends object>(table: Table<R>, row: R): void;
  /** Sets columns of an existing row; a missing row stops the projection loudly. */
  patch<R extends object>(table: Table<R>, key: Partial<R>, columns: Partial<R>): void;
  /** Adds to number columns of an existing row. */
  add<R extends object>(table: Table<R>, key: Partial<R>, deltas: Partial<R>): void;
  /** Replaces an existing row by a pure function of it. */
  update<R extends object>(table: Table<R>, key: Partial<R>, change: (row: R) => R): void;
  /** As `update`, for a row that may not exist yet. */
  upsert<R extends object>(
    table: Table<R>,
    key: Partial<R>,
    change: (row: R | undefined) => R,
  ): void;
  /** Deletes a row, or nothing. */
  remove<R extends object>(table: Table<R>, key: Partial<R>): void;
  /** Inserts into `target` what a row of `table` gives at this point of the page. */
  derive<S extends object, R extends object>(
    table: Table<S>,
    key: Partial<S>,
    target: Table<R>,
    make: (row: S) => R,
  ): void;
  /**
   * Adds rows to those of `target`, a table of sums, by what a row of `table` is at this point of
   * the page.
   */
  tally<S extends object, R extends object>(
    table: Table<S>,
    key: Partial<S>,
    target: Table<R>,
    make: (row: S) => readonly R[],
  ): void;
}
