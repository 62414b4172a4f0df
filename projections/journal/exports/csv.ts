import { toMajorText } from "../../../src/kernel/money.js";
import type { ReadModel } from "../../../src/kernel/read-model.js";
import { classOf } from "../chart-of-accounts.js";
import type { JournalEntry } from "../queries/entries.js";
import { journalPages, type ExportFilter } from "./pages.js";

const COLUMNS = [
  "position",
  "entry_id",
  "effective_at",
  "recorded_at",
  "marketplace",
  "event_type",
  "stream",
  "revision",
  "description",
  "references",
  "line",
  "account",
  "class",
  "debit",
  "credit",
  "currency",
  "balance",
];

/** The journal as CSV (RFC 4180), one row a line; amounts in major units with two decimals. */
export async function* csvExport(reads: ReadModel, filter: ExportFilter): AsyncGenerator<string> {
  yield record(COLUMNS);
  for await (const page of journalPages(reads, filter)) {
    yield page.flatMap((entry) => rowsOf(entry)).join("");
  }
}

function rowsOf(entry: JournalEntry): string[] {
  return entry.lines.map((line) =>
    record([
      String(entry.position),
      entry.id,
      entry.effective_at,
      entry.recorded_at,
      entry.marketplace,
      entry.event_type,
      entry.stream,
      String(entry.revision),
      entry.description,
      entry.concerns.join(" "),
      String(line.line),
      line.account,
      classOf(line.account),
      toMajorText(line.debit),
      toMajorText(line.credit),
      line.currency,
      toMajorText(line.balance),
    ]),
  );
}

function record(fields: readonly string[]): string {
  return `${fields.map(quoted).join(",")}\r\n`;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
