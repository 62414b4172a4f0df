import { defineTable } from "../../src/kernel/table.js";

export interface JournalEntryRow {
  /** The causing event's place in the log: entries stand in the order of the facts. */
  readonly position: number;
  /** The causing event's id. */
  readonly id: string;
  readonly marketplace: string;
  readonly event_type: string;
  readonly stream: string;
  readonly revision: number;
  readonly correlation_id: string;
  readonly description: string;
  readonly currency: string;
  readonly concerns: readonly string[];
  /** Business time. */
  readonly effective_at: string;
  /** When the log wrote the event. */
  readonly recorded_at: string;
}

export const entriesTable = defineTable<JournalEntryRow>({
  name: "journal_entries",
  key: ["position"],
  appendOnly: true,
  columns: {
    position: "bigint",
    id: "text",
    marketplace: "text",
    event_type: "text",
    stream: "text",
    revision: "bigint",
    correlation_id: "text",
    description: "text",
    currency: "text",
    concerns: "json",
    effective_at: "timestamptz",
    recorded_at: "timestamptz",
  },
  indexes: [
    { columns: ["effective_at"] },
    { columns: ["concerns"], using: "gin" },
    { columns: ["id"], unique: true },
  ],
});

export interface JournalLineRow {
  readonly position: number;
  readonly line: number;
  readonly marketplace: string;
  readonly account: string;
  readonly debit: number;
  readonly credit: number;
  readonly currency: string;
  /** Of the account in this marketplace, after this line; positive on the account's own side. */
  readonly balance: number;
}

export const linesTable = defineTable<JournalLineRow>({
  name: "journal_lines",
  key: ["position", "line"],
  appendOnly: true,
  columns: {
    position: "bigint",
    line: "integer",
    marketplace: "text",
    account: "text",
    debit: "bigint",
    credit: "bigint",
    currency: "text",
    balance: "bigint",
  },
  indexes: [{ columns: ["account", "position"] }],
  checks: { one_sided: "debit >= 0 AND credit >= 0 AND (debit = 0) <> (credit = 0)" },
  guard: `
    IF EXISTS (SELECT 1 FROM inserted GROUP BY position, currency
               HAVING sum(debit) <> sum(credit)) THEN
      RAISE EXCEPTION 'a journal entry does not balance';
    END IF;
    RETURN NULL;`,
});

export interface JournalAccountRow {
  readonly marketplace: string;
  readonly address: string;
  readonly currency: string;
  readonly class: string;
  readonly floored: boolean;
  readonly debits: number;
  readonly credits: number;
  /** Positive on the account's own side. */
  readonly balance: number;
  /** Since when the balance is not zero; null while it is. */
  readonly open_since: string | null;
}

export const journalAccountsTable = defineTable<JournalAccountRow>({
  name: "journal_accounts",
  key: ["marketplace", "address", "currency"],
  columns: {
    marketplace: "text",
    address: "text",
    currency: "text",
    class: "text",
    floored: "boolean",
    debits: "bigint",
    credits: "bigint",
    balance: "bigint",
    open_since: "timestamptz?",
  },
  indexes: [{ columns: ["address"] }],
  checks: { floor: "NOT floored OR balance >= 0" },
});
