import type { ReadModel } from "../../../src/kernel/read-model.js";
import { REFERENCE_KINDS } from "../posting.js";
import type { JournalEntryRow, JournalLineRow } from "../tables.js";

/** An entry with its lines, in the order in which the posting rule wrote them. */
export interface JournalEntry extends JournalEntryRow {
  readonly lines: readonly JournalLineRow[];
}

export interface EntryFilter {
  readonly marketplace?: string | undefined;
  readonly account?: string | undefined;
  /** An id that the entry concerns, `booking:<id>`, or the bare id whatever it is of. */
  readonly reference?: string | undefined;
  /** Business time, ISO 8601: from inclusive, until exclusive. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface EntryPage {
  /** The position that the page begins behind; seen from its own direction. */
  readonly after?: number | undefined;
  readonly newestFirst?: boolean | undefined;
  readonly limit: number;
}

/** Entries in the order of the log: a page of those that the filter leaves. */
export async function journalEntries(
  reads: ReadModel,
  filter: EntryFilter,
  page: EntryPage,
): Promise<JournalEntry[]> {
  const values: unknown[] = [];
  const where = conditions(filter, page).map(([condition, value]) => {
    values.push(value);
    return condition.replace("$", `$${values.length}`);
  });
  values.push(page.limit);
  const order = page.newestFirst === true ? "DESC" : "ASC";
  const entries = await reads.rows<JournalEntryRow>(
    `SELECT * FROM journal_entries e WHERE ${["true", ...where].join(" AND ")}
      ORDER BY e.position ${order} LIMIT $${values.length}`,
    values,
  );
  return withLines(reads, entries);
}

/** Only what is asked for: "or it was not asked for" would hide the indexes from the planner. */
function conditions(filter: EntryFilter, page: EntryPage): (readonly [string, unknown])[] {
  const { marketplace, account, reference, from, until } = filter;
  const ofAccount = "e.position IN (SELECT position FROM journal_lines WHERE account = $)";
  // Fetched first, or the planner walks the journal in order in the hope of a match.
  const ofReference =
    "e.position = ANY(ARRAY(SELECT position FROM journal_entries WHERE concerns ?| $::text[]))";
  const beyond = page.newestFirst === true ? "e.position < $" : "e.position > $";
  const all: (readonly [string, unknown])[] = [
    ["e.marketplace = $", marketplace],
    [ofAccount, account],
    [ofReference, reference && spellings(reference)],
    ["e.effective_at >= $", from],
    ["e.effective_at < $", until],
    [beyond, page.after],
  ];
  return all.filter(([, value]) => value !== undefined);
}

/** Every form in which the journal may hold the reference. */
function spellings(reference: string): string[] {
  return [reference, ...REFERENCE_KINDS.map((kind) => `${kind}:${reference}`)];
}

async function withLines(
  reads: ReadModel,
  entries: readonly JournalEntryRow[],
): Promise<JournalEntry[]> {
  if (entries.length === 0) return [];
  const lines = await reads.rows<JournalLineRow>(
    "SELECT * FROM journal_lines WHERE position = ANY($1::bigint[]) ORDER BY position, line",
    [entries.map(({ position }) => position)],
  );
  const byEntry = new Map<number, JournalLineRow[]>();
  for (const { position } of entries) byEntry.set(position, []);
  for (const line of lines) byEntry.get(line.position)?.push(line);
  return entries.map((entry) => ({ ...entry, lines: byEntry.get(entry.position) ?? [] }));
}
