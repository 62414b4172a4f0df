import type { Minor } from "../src/kernel/money.js";
import { defineProjection } from "../src/kernel/projection.js";
import type { Page, ReadModel, Slice } from "../src/kernel/read-model.js";
import type { RowWriter } from "../src/kernel/row-operation.js";
import { defineTable } from "../src/kernel/table.js";
import type { WalletEvent } from "../src/modules/wallet/events.js";
import type { TaxRecord } from "../src/kernel/payout-facts.js";
import { pageOfRows } from "./page-of-rows.js";

/** What was paid out to one account in one financial year, and withheld of it. */
export interface TdsRecordRow {
  readonly account_id: string;
  /** `2025-26` */
  readonly financial_year: string;
  readonly marketplace: string;
  readonly number: number;
  readonly certificate_number: string;
  readonly total_payout: number;
  readonly tds_deducted: number;
  readonly created_at: string;
  readonly updated_at: string;
}

const table = defineTable<TdsRecordRow>({
  name: "tds_records",
  key: ["account_id", "financial_year"],
  columns: {
    account_id: "text",
    financial_year: "text",
    marketplace: "text",
    number: "bigint",
    certificate_number: "text",
    total_payout: "bigint",
    tds_deducted: "bigint",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [{ columns: ["marketplace", "number"] }],
});

interface Entered {
  readonly tax: TaxRecord;
  readonly gross: Minor;
  readonly tds: Minor;
}

/** Tax is entered by the event that withholds it, and taken out by the one that gives it back. */
export const tdsRecords = defineProjection<WalletEvent>({
  name: "tds-records",
  version: 1,
  tables: [table],
  on: {
    WalletHoldCaptured: (event, rows) => {
      const { purpose, tax, amount } = event.data;
      if (purpose?.kind !== "payout" || tax === null) return;
      enter(event, rows, { tax, gross: amount, tds: purpose.tds });
    },
    WalletCredited: (event, rows) => {
      const { returned, amount } = event.data;
      const tax = returned?.tax ?? null;
      if (returned === null || tax === null) return;
      enter(event, rows, { tax, gross: -amount, tds: -returned.tds });
    },
  },
});

interface Happened {
  readonly data: { readonly ownerId: string };
  readonly metadata: { readonly marketplace: string; readonly occurredAt: string };
}

function enter(event: Happened, rows: RowWriter, { tax, gross, tds }: Entered): void {
  const key = { account_id: event.data.ownerId, financial_year: tax.financialYear };
  const { marketplace, occurredAt } = event.metadata;
  rows.upsert(table, key, (row) => ({
    ...key,
    marketplace,
    number: tax.number,
    certificate_number: tax.certificateNumber,
    total_payout: (row?.total_payout ?? 0) + gross,
    tds_deducted: (row?.tds_deducted ?? 0) + tds,
    created_at: row?.created_at ?? occurredAt,
    updated_at: occurredAt,
  }));
}

/** A record with its owner's number, as markets print it. */
export interface TdsRecordView extends TdsRecordRow {
  readonly account_number: number | null;
}

/** Newest year first; undefined lists everybody's. */
export function tdsRecordsOf(
  reads: ReadModel,
  marketplace: string,
  accountId: string | undefined,
  slice: Slice,
): Promise<Page<TdsRecordView>> {
  return pageOfRows(
    reads,
    {
      select: `SELECT t.*, a.number AS account_number
        FROM tds_records t LEFT JOIN accounts a ON a.id = t.account_id`,
      counted: "tds_records t",
      where: "t.marketplace = $1 AND ($2::text IS NULL OR t.account_id = $2)",
      order: "t.financial_year DESC, t.number DESC",
    },
    [marketplace, accountId ?? null],
    slice,
  );
}
