import { firstRow, type ReadModel } from "../../../src/kernel/read-model.js";
import { accountBalances, type AccountBalance } from "../queries/accounts.js";
import { journalEntries, type EntryFilter, type JournalEntry } from "../queries/entries.js";

/** What of the journal is exported. */
export type ExportFilter = Pick<EntryFilter, "marketplace" | "from" | "until">;

/** Entries, or accounts, held in memory at a time. */
const PAGE = 500;

/**
 * The journal in the order of the log, page by page, as far as it went when the export began: what
 * is posted meanwhile belongs to the next export.
 */
export async function* journalPages(
  reads: ReadModel,
  filter: ExportFilter,
  pageSize = PAGE,
): AsyncGenerator<readonly JournalEntry[]> {
  const query = "SELECT position FROM journal_entries ORDER BY position DESC LIMIT 1";
  const last = (await firstRow<{ position: number }>(reads, query, []))?.position ?? 0;
  let after = 0;
  while (after < last) {
    const page = await journalEntries(reads, filter, { after, limit: pageSize });
    const wanted = page.filter(({ position }) => position <= last);
    if (wanted.length > 0) yield wanted;
    after = page.length < pageSize ? last : (page.at(-1)?.position ?? last);
  }
}

/** The address of every account that was ever used, once, page by page; tools want a list. */
export async function* addressPages(
  reads: ReadModel,
  { marketplace }: ExportFilter,
): AsyncGenerator<readonly string[]> {
  for (let after: AccountBalance | undefined; ;) {
    const page = await accountBalances(reads, { marketplace }, { after, limit: PAGE });
    const names = new Set(page.map(({ address }) => address));
    // An account of two currencies may stand on both sides of a page's end.
    if (after !== undefined) names.delete(after.address);
    yield [...names];
    if (page.length < PAGE) return;
    after = page.at(-1);
  }
}

/** The business time of the first entry, undefined while there is none. */
export async function firstEffectiveAt(reads: ReadModel): Promise<string | undefined> {
  const query = "SELECT effective_at AS at FROM journal_entries ORDER BY effective_at LIMIT 1";
  return (await firstRow<{ readonly at: string }>(reads, query, []))?.at;
}
