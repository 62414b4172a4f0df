import type { TableIndex } from "../../kernel/table.js";
import { columnList, literal, qualified, quoted, SQL_TYPE, type TableSchema } from "./sql-text.js";
import type { Column, TablePlan } from "./table-plan.js";

/** Postgres cuts longer names, which could make two of them one. */
const LONGEST_NAME = 63;

function columnDefinition({ name, type, nullable }: Column, plan: TablePlan): string {
  // Keys compare by bytes: faster, and the same order whatever the server's locale is.
  const collate = type === "text" && plan.shape.key.includes(name) ? ' collate "C"' : "";
  return `${quoted(name)} ${SQL_TYPE[type]}${collate}${nullable ? "" : " not null"}`;
}

/** The bare table with its checks and its guard: what rows can be loaded into. */
export function createTable(plan: TablePlan, schema: TableSchema): string {
  const checks = Object.entries(plan.shape.checks ?? {}).map(
    ([name, condition]) => `constraint ${quoted(name)} check (${condition})`,
  );
  const parts = [...plan.columns.map((column) => columnDefinition(column, plan)), ...checks];
  const create = `create table ${qualified(schema, plan.name)} (\n  ${parts.join(",\n  ")}\n)`;
  // Rows that change stay on their page, beside their index entries, if it has room for them.
  const storage = plan.appendOnly ? "" : " with (fillfactor = 85)";
  return `${create}${storage};\n${createGuard(plan, schema)}`;
}

function guardName(plan: TablePlan): string {
  return `guard_${plan.name}`;
}

function createGuard(plan: TablePlan, schema: TableSchema): string {
  const { guard } = plan.shape;
  if (guard === undefined) return "";
  const body = guard.trimEnd().endsWith(";") ? guard : `${guard};`;
  const call = qualified(schema, guardName(plan));
  return (
    `create function ${call}() returns trigger language plpgsql as ` +
    `${literal(`begin\n${body}\nreturn null;\nend`)};\n` +
    `create trigger guard after insert on ${qualified(schema, plan.name)} ` +
    `referencing new table as inserted for each statement execute function ${call}();\n`
  );
}

/** Key and secondary indexes, one statement each; quickest once the rows are there. */
export function createIndexes(plan: TablePlan, schema: TableSchema): readonly string[] {
  return [createKey(plan, schema), ...secondaryIndexes(plan, schema)];
}

export function createKey(plan: TablePlan, schema: TableSchema): string {
  const table = qualified(schema, plan.name);
  return `alter table ${table} add primary key (${columnList(plan.key)})`;
}

export function secondaryIndexes(plan: TablePlan, schema: TableSchema): readonly string[] {
  return (plan.shape.indexes ?? []).map((index, place) => {
    const kind = index.unique === true ? "unique index" : "index";
    const where = index.where === undefined ? "" : ` where ${index.where}`;
    return (
      `create ${kind} ${quoted(indexName(plan, index, place))} on ` +
      `${qualified(schema, plan.name)} using ${index.using ?? "btree"} ` +
      `(${index.columns.map(quoted).join(", ")})${where}`
    );
  });
}

function indexName(plan: TablePlan, index: TableIndex, place: number): string {
  const full = `${plan.name}_${index.columns.join("_")}_${place + 1}`;
  return full.length <= LONGEST_NAME ? full : `${plan.name.slice(0, 50)}_index_${place + 1}`;
}

/** Moves a table of whatever version, with its indexes and its guard, to another schema. */
export function moveTable(name: string, from: TableSchema, to: TableSchema): string {
  const guard = `${from}.${quoted(`guard_${name}`)}`;
  return (
    `alter table ${qualified(from, name)} set schema ${to};\n` +
    `do $$ begin if to_regprocedure(${literal(`${guard}()`)}) is not null then ` +
    `alter function ${guard}() set schema ${to}; end if; end $$;\n`
  );
}

export function dropTable(name: string, schema: TableSchema): string {
  return (
    `drop table if exists ${qualified(schema, name)};\n` +
    `drop function if exists ${schema}.${quoted(`guard_${name}`)}();\n`
  );
}
