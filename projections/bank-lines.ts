import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { BankEvent } from "../src/modules/bank/events.js";
import { transferNames } from "../src/modules/bank/transfer-names.js";

export interface BankLineRow {
  readonly id: string;
  readonly marketplace: string;
  readonly bank: string;
  readonly date: string;
  readonly description: string;
  readonly reference: string;
  /** What may be the number of the transfer, the reference first. */
  readonly names: readonly string[];
  readonly amount: number;
  readonly currency: string;
  readonly imported_at: string;
}

const table = defineTable<BankLineRow>({
  name: "bank_lines",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    bank: "text",
    date: "text",
    description: "text",
    reference: "text",
    names: "json",
    amount: "bigint",
    currency: "text",
    imported_at: "timestamptz",
  },
  indexes: [{ columns: ["marketplace", "date"] }, { columns: ["names"], using: "gin" }],
});

/** The lines of bank statements that finance has imported. */
export const bankLines = defineProjection<BankEvent>({
  name: "bank_lines",
  version: 1,
  tables: [table],
  on: {
    BankLinesImported: ({ data, metadata }, rows) => {
      const { marketplace, bank, date, currency } = data;
      for (const line of data.lines) {
        const { lineId, description, reference, amount } = line;
        rows.insert(table, {
          id: lineId,
          marketplace,
          bank,
          date,
          description,
          reference,
          names: transferNames(line),
          amount,
          currency,
          imported_at: metadata.occurredAt,
        });
      }
    },
  },
});

export function bankLinesOfDay(
  reads: ReadModel,
  marketplace: string,
  date: string,
): Promise<BankLineRow[]> {
  return reads.rows("SELECT * FROM bank_lines WHERE marketplace = $1 AND date = $2 ORDER BY id", [
    marketplace,
    date,
  ]);
}

/** The lines of an account, of any day, that name one of these numbers. */
export function bankLinesNamed(
  reads: ReadModel,
  marketplace: string,
  bank: string,
  names: readonly string[],
): Promise<BankLineRow[]> {
  return reads.rows(
    `SELECT * FROM bank_lines WHERE marketplace = $1 AND bank = $2 AND names ?| $3
      ORDER BY date, id`,
    [marketplace, bank, names],
  );
}

/** Up to which day the statements of an account have been imported, if any were. */
export async function statementsUntil(
  reads: ReadModel,
  marketplace: string,
  bank: string,
): Promise<string | null> {
  const row = await firstRow<{ until: string | null }>(
    reads,
    "SELECT max(date) AS until FROM bank_lines WHERE marketplace = $1 AND bank = $2",
    [marketplace, bank],
  );
  return row?.until ?? null;
}
