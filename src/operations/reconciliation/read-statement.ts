import { z } from "zod";
import { isOnCalendar } from "../../kernel/calendar.js";
import { fromMajor } from "../../kernel/money.js";
import type { FieldProblem } from "../../kernel/rejection.js";
import type { BankLine } from "../../modules/bank/events.js";
import { csvRecords } from "./csv-records.js";

/** A statement's line with its day. */
export interface StatementLine extends Omit<BankLine, "lineId"> {
  readonly date: string;
}

const COLUMNS = ["date", "description", "reference", "amount"] as const;

const line = z.object({
  date: z.iso
    .date({ error: "must be a day such as 2026-01-31", abort: true })
    .refine(isOnCalendar, "must be a day such as 2026-01-31"),
  description: z.string().max(500),
  reference: z.string().max(100),
  amount: z
    .string()
    .regex(/^[+-]?\d{1,12}(\.\d{1,2})?$/, "must be a number such as -1234.50")
    .transform((text) => fromMajor(text)),
});

/** No more problems are told of one file. */
const MOST_PROBLEMS = 20;

/**
 * A bank statement as CSV (RFC 4180) with the columns date, description, reference and amount in
 * any order, other columns ignored. Amounts are in major units, above zero what came in. Nothing
 * is taken of a file with any fault: the problems name the lines, the heading being line 1.
 */
export function readStatement(
  text: string,
): { readonly lines: readonly StatementLine[] } | { readonly problems: readonly FieldProblem[] } {
  const records = csvRecords(text);
  const [heading = [], ...rows] = records;
  const names = heading.map((name) => name.trim().toLowerCase());
  const absent = COLUMNS.filter((column) => !names.includes(column));
  if (absent.length > 0) {
    return { problems: [{ field: "file", message: `has no column ${absent.join(", ")}` }] };
  }
  const problems: FieldProblem[] = [];
  const lines: StatementLine[] = [];
  rows.forEach((row, index) => {
    const fields = COLUMNS.map((column) => [column, (row[names.indexOf(column)] ?? "").trim()]);
    const read = line.safeParse(Object.fromEntries(fields));
    if (read.success) lines.push(read.data);
    for (const { path, message } of read.error?.issues ?? []) {
      problems.push({ field: "file", message: `line ${index + 2}, ${path.join(".")}: ${message}` });
    }
  });
  if (problems.length > 0) return { problems: problems.slice(0, MOST_PROBLEMS) };
  if (lines.length === 0) return { problems: [{ field: "file", message: "has no lines" }] };
  return { lines };
}
