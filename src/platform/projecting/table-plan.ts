import type { Row } from "../../kernel/row-operation.js";
import type { ColumnType, TableShape } from "../../kernel/table.js";
import { canonicalValue } from "./canonical.js";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly canonical: (value: unknown) => unknown;
}

/** Between the parts of a composite key; canonical text never holds it. */
const SEPARATOR = "\u0000";

/** A table's shape, made ready for folding: columns in order and rows in canonical form. */
export class TablePlan {
  readonly shape: TableShape;
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly Column[];
  readonly appendOnly: boolean;
  readonly sums: boolean;
  /** All but the key's. */
  readonly rest: readonly Column[];
  readonly #firstKey: string;
  readonly #otherKeys: readonly string[];
  readonly #byName: ReadonlyMap<string, Column>;

  constructor(shape: TableShape) {
    this.shape = shape;
    this.name = shape.name;
    this.columns = Object.entries(shape.columns).map(([name, declared]) =>
      columnOf(name, declared),
    );
    this.#byName = new Map(this.columns.map((column) => [column.name, column]));
    this.key = shape.key.map((name) => this.#column(name));
    this.rest = this.columns.filter((column) => !this.key.includes(column));
    this.appendOnly = shape.appendOnly ?? false;
    this.sums = shape.sums ?? false;
    if (this.sums && !this.rest.every(isWhole)) {
      throw new Error(`table ${shape.name} has sums of what is no whole number`);
    }
    const [first, ...others] = shape.key;
    if (first === undefined) throw new Error(`table ${shape.name} has no key`);
    this.#firstKey = first;
    this.#otherKeys = others;
  }

  /** The key of a canonical row as one text; equal for equal keys alone. */
  keyOf(row: Row): string {
    let key = String(row[this.#firstKey]);
    for (const name of this.#otherKeys) key += `${SEPARATOR}${String(row[name])}`;
    return key;
  }

  /** The key columns of what a handler named, in canonical form; all are needed, no others. */
  keyColumns(named: Row): Row {
    const key: Record<string, unknown> = {};
    for (const column of this.key) key[column.name] = this.#value(column, named[column.name]);
    for (const name of Object.keys(named)) {
      if (!(name in key)) throw new Error(`${name} is no key column of table ${this.name}`);
    }
    return key;
  }

  /** A whole row in canonical form, its columns always in the same order. */
  row(row: Row): Row {
    const whole: Record<string, unknown> = {};
    for (const column of this.columns) whole[column.name] = this.#value(column, row[column.name]);
    for (const name in row) if (!(name in whole)) this.#column(name);
    return whole;
  }

  /** The row with some columns set. */
  patched(row: Row, changes: Row): Row {
    const whole: Record<string, unknown> = { ...row };
    for (const name in changes) whole[name] = this.#value(this.#column(name), changes[name]);
    return whole;
  }

  /** The sum of two rows of one key, of a table of sums. */
  sum(one: Row, other: Row): Row {
    const whole: Record<string, unknown> = { ...one };
    for (const column of this.rest) {
      const { name } = column;
      whole[name] = this.#value(column, (one[name] as number) + (other[name] as number));
    }
    return whole;
  }

  #column(name: string): Column {
    const column = this.#byName.get(name);
    if (column === undefined) throw new Error(`table ${this.name} has no column ${name}`);
    return column;
  }

  #value(column: Column, value: unknown): unknown {
    if (value === null || value === undefined) {
      if (column.nullable) return null;
      throw new TypeError(`${this.name}.${column.name} may not be null`);
    }
    try {
      return column.canonical(value);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new TypeError(`${this.name}.${column.name}: ${reason}`, { cause: error });
    }
  }
}

function isWhole({ type, nullable }: Column): boolean {
  return !nullable && (type === "integer" || type === "bigint");
}

function columnOf(name: string, declared: ColumnType | `${ColumnType}?`): Column {
  const nullable = declared.endsWith("?");
  const type = (nullable ? declared.slice(0, -1) : declared) as ColumnType;
  return { name, type, nullable, canonical: canonicalValue[type] };
}
