import type { Recorded } from "../../src/kernel/event.js";
import { defineProjection, type Handlers } from "../../src/kernel/projection.js";
import type { RowWriter } from "../../src/kernel/row-operation.js";
import { classOf, growsByDebit, isFloored } from "./chart-of-accounts.js";
import type { Posting, PostingLine } from "./posting.js";
import { postingRules, type PostingEvent } from "./posting-rules/table.js";
import {
  entriesTable,
  journalAccountsTable as accountsTable,
  linesTable,
  type JournalAccountRow,
} from "./tables.js";

/** The double-entry ledger: every money event posts one balanced entry, for ever (DESIGN §7). */
export const journal = defineProjection<PostingEvent>({
  name: "journal",
  version: 4,
  tables: [entriesTable, linesTable, accountsTable],
  on: handlers(),
});

type Rule = (event: Recorded) => Posting | undefined;

function handlers(): Handlers<PostingEvent> {
  const rules = Object.entries(postingRules) as [string, Rule][];
  return Object.fromEntries(
    rules.map(([type, rule]) => [
      type,
      (event: Recorded, rows: RowWriter) => {
        const posting = rule(event);
        if (posting !== undefined) post(event, posting, rows);
      },
    ]),
  );
}

function post(event: Recorded, posting: Posting, rows: RowWriter): void {
  const { metadata } = event;
  rows.insert(entriesTable, {
    position: event.position,
    id: event.id,
    marketplace: metadata.marketplace,
    event_type: event.type,
    stream: event.stream,
    revision: event.revision,
    correlation_id: metadata.correlationId,
    description: posting.description,
    currency: posting.currency,
    concerns: posting.references,
    effective_at: metadata.occurredAt,
    recorded_at: event.recordedAt,
  });
  posting.lines.forEach((line, index) => postLine(event, posting, line, index + 1, rows));
}

function postLine(
  event: Recorded,
  posting: Posting,
  line: PostingLine,
  number: number,
  rows: RowWriter,
): void {
  const { marketplace, occurredAt } = event.metadata;
  const { currency } = posting;
  const key = { marketplace, address: line.account, currency };
  rows.upsert(accountsTable, key, (row) => moved(row ?? opened(key), line, occurredAt));
  rows.derive(accountsTable, key, linesTable, ({ balance }) => ({
    position: event.position,
    line: number,
    marketplace,
    account: line.account,
    debit: line.debit,
    credit: line.credit,
    currency,
    balance,
  }));
}

function opened(
  key: Pick<JournalAccountRow, "marketplace" | "address" | "currency">,
): JournalAccountRow {
  return {
    ...key,
    class: classOf(key.address),
    floored: isFloored(key.address),
    debits: 0,
    credits: 0,
    balance: 0,
    open_since: null,
  };
}

function moved(row: JournalAccountRow, line: PostingLine, at: string): JournalAccountRow {
  const gain = growsByDebit(row.address) ? line.debit - line.credit : line.credit - line.debit;
  const balance = row.balance + gain;
  return {
    ...row,
    debits: row.debits + line.debit,
    credits: row.credits + line.credit,
    balance,
    open_since: balance === 0 ? null : (row.open_since ?? at),
  };
}
