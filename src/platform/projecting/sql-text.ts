import type { ColumnType } from "../../kernel/table.js";
import type { Column, TablePlan } from "./table-plan.js";

/** Where a set of tables stands: live, being built, or kept for a roll back (DESIGN §5). */
export type TableSchema = "read" | "rebuild" | "retired";

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function literal(text: string): string {
  const escaped = text.replaceAll("'", "''");
  return text.includes("\\") ? `E'${escaped.replaceAll("\\", "\\\\")}'` : `'${escaped}'`;
}

export function qualified(schema: TableSchema, name: string): string {
  return `${schema}.${quoted(name)}`;
}

export function columnList(columns: readonly Column[], of = ""): string {
  return columns.map(({ name }) => `${of}${quoted(name)}`).join(", ");
}

export const SQL_TYPE: Readonly<Record<ColumnType, string>> = {
  text: "text",
  integer: "integer",
  bigint: "bigint",
  double: "double precision",
  boolean: "boolean",
  timestamptz: "timestamptz",
  date: "date",
  json: "jsonb",
};

/** The parameter `$1`, a JSON array of rows, as a relation of these columns. */
function given(columns: readonly Column[]): string {
  const typed = columns.map(({ name, type }) => `${quoted(name)} ${SQL_TYPE[type]}`);
  return `json_to_recordset($1) as given (${typed.join(", ")})`;
}

function sameKey({ key }: TablePlan): string {
  return key.map(({ name }) => `stored.${quoted(name)} = given.${quoted(name)}`).join(" and ");
}

/** The set-based statements of one table; each takes all its rows as one JSON array. */
export interface TableStatements {
  readonly fetch: string;
  readonly insert: string;
  /** Undefined for a table of key columns alone, whose rows cannot change. */
  readonly update: string | undefined;
  /** Of a table of sums: adds to the rows of these keys, or makes them. */
  readonly add: string;
  readonly remove: string;
}

export function tableStatements(plan: TablePlan, schema: TableSchema): TableStatements {
  const table = qualified(schema, plan.name);
  const { columns, key, rest } = plan;
  const sets = rest.map(({ name }) => `${quoted(name)} = given.${quoted(name)}`).join(", ");
  const sums = rest.map(
    ({ name }) => `${quoted(name)} = stored.${quoted(name)} + excluded.${quoted(name)}`,
  );
  return {
    fetch:
      `select ${columnList(columns, "stored.")} ` +
      `from ${given(key)} join ${table} as stored on ${sameKey(plan)}`,
    insert:
      `insert into ${table} (${columnList(columns)}) ` +
      `select ${columnList(columns)} from ${given(columns)}`,
    update:
      rest.length === 0
        ? undefined
        : `update ${table} as stored set ${sets} from ${given(columns)} where ${sameKey(plan)}`,
    add:
      `insert into ${table} as stored (${columnList(columns)}) ` +
      `select ${columnList(columns)} from ${given(columns)} ` +
      `on conflict (${columnList(key)}) do update set ${sums.join(", ")}`,
    remove: `delete from ${table} as stored using ${given(key)} where ${sameKey(plan)}`,
  };
}
