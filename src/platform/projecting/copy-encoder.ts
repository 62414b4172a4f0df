import type { Row } from "../../kernel/row-operation.js";
import type { ColumnType } from "../../kernel/table.js";
import type { TablePlan } from "./table-plan.js";

/** What must be escaped in COPY's text format; all other characters stand for themselves. */
const SPECIAL = /[\\\n\r\t]/;

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escaped(text: string): string {
  return SPECIAL.test(text)
    ? text.replace(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found)
    : text;
}

/** Dates, times and numbers hold nothing to be escaped. */
function plain(value: unknown): string {
  return String(value);
}

const ENCODE: Readonly<Record<ColumnType, (value: unknown) => string>> = {
  text: (value) => escaped(String(value)),
  integer: plain,
  bigint: plain,
  double: plain,
  boolean: (value) => (value === true ? "t" : "f"),
  timestamptz: plain,
  date: plain,
  json: (value) => escaped(JSON.stringify(value)),
};

/** Writes canonical rows of one table as lines of COPY's text format. */
export function copyEncoder(plan: TablePlan): (row: Row) => string {
  const columns = plan.columns.map(({ name, type }) => ({ name, encode: ENCODE[type] }));
  return (row) => {
    let line = "";
    for (const { name, encode } of columns) {
      const value = row[name];
      line += line === "" ? "" : "\t";
      line += value === null ? "\\N" : encode(value);
    }
    return `${line}\n`;
  };
}
