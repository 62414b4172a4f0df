import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type Page, type ReadModel, type Slice } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { PayoutEvent } from "../src/modules/payout/events.js";
import type { BankAccount } from "../src/kernel/payout-facts.js";
import { pageOfRows } from "./page-of-rows.js";

export interface PayoutRow {
  readonly id: string;
  readonly marketplace: string;
  readonly number: string;
  readonly payee_id: string;
  readonly rail: string;
  readonly currency: string;
  readonly gross: number;
  readonly deduction: number;
  readonly tds: number;
  readonly net: number;
  /** Of the net, what pays an instalment. */
  readonly emi: number;
  readonly emi_auto_filled: boolean;
  readonly bank_account: BankAccount | null;
  /** pending, processing, completed, failed, rejected, cancelled */
  readonly status: string;
  readonly bank_transaction_id: string | null;
  readonly upi_transaction_id: string | null;
  readonly failure_reason: string | null;
  readonly notes: string | null;
  /** When staff took it on; null for those that need not be. */
  readonly sent_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly processed_at: string | null;
}

const table = defineTable<PayoutRow>({
  name: "payouts",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    number: "text",
    payee_id: "text",
    rail: "text",
    currency: "text",
    gross: "bigint",
    deduction: "bigint",
    tds: "bigint",
    net: "bigint",
    emi: "bigint",
    emi_auto_filled: "boolean",
    bank_account: "json?",
    status: "text",
    bank_transaction_id: "text?",
    upi_transaction_id: "text?",
    failure_reason: "text?",
    notes: "text?",
    sent_at: "timestamptz?",
    created_at: "timestamptz",
    updated_at: "timestamptz",
    processed_at: "timestamptz?",
  },
  indexes: [
    { columns: ["payee_id", "created_at"] },
    { columns: ["marketplace", "created_at"] },
    { columns: ["marketplace", "number"] },
  ],
});

/** Payouts to providers and members. */
export const payouts = defineProjection<PayoutEvent>({
  name: "payouts",
  version: 2,
  tables: [table],
  on: {
    PayoutRequested: ({ data, metadata }, rows) =>
      rows.insert(table, {
        id: data.payoutId,
        marketplace: metadata.marketplace,
        number: data.number,
        payee_id: data.payeeId,
        rail: data.rail,
        currency: data.currency,
        gross: data.gross,
        deduction: data.deduction,
        tds: data.tds,
        net: data.net,
        emi: data.emi?.amount ?? 0,
        emi_auto_filled: data.emiAutoFilled,
        bank_account: data.bankAccount,
        status: "pending",
        bank_transaction_id: null,
        upi_transaction_id: null,
        failure_reason: null,
        notes: null,
        sent_at: null,
        created_at: metadata.occurredAt,
        updated_at: metadata.occurredAt,
        processed_at: null,
      }),
    PayoutSent: ({ data, metadata: { occurredAt } }, rows) =>
      rows.patch(
        table,
        { id: data.payoutId },
        { status: "processing", sent_at: occurredAt, updated_at: occurredAt },
      ),
    PayoutRejected: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.payoutId },
        { status: "rejected", failure_reason: data.reason, updated_at: metadata.occurredAt },
      ),
    PayoutCancelled: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.payoutId },
        { status: "cancelled", updated_at: metadata.occurredAt },
      ),
    PayoutCompleted: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.payoutId },
        {
          status: "completed",
          bank_transaction_id: data.bankTransactionId,
          upi_transaction_id: data.upiTransactionId,
          notes: data.notes,
          updated_at: metadata.occurredAt,
          processed_at: metadata.occurredAt,
        },
      ),
    PayoutFailed: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.payoutId },
        { status: "failed", failure_reason: data.reason, updated_at: metadata.occurredAt },
      ),
  },
});

export function payoutById(
  reads: ReadModel,
  marketplace: string,
  id: string,
): Promise<PayoutRow | undefined> {
  return firstRow(reads, "SELECT * FROM payouts WHERE marketplace = $1 AND id = $2", [
    marketplace,
    id,
  ]);
}

/** Newest first. */
export function payoutsOf(reads: ReadModel, payeeId: string): Promise<PayoutRow[]> {
  return reads.rows("SELECT * FROM payouts WHERE payee_id = $1 ORDER BY created_at DESC, id", [
    payeeId,
  ]);
}

export interface PayoutFilter {
  readonly payeeId?: string | undefined;
  readonly status?: string | undefined;
  /** Calendar days at the market's place, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone: string;
}

/** A payout with the partner it goes to. */
export interface PayoutView extends PayoutRow {
  readonly payee_name: string | null;
  readonly payee_code: string | null;
}

/** Newest first. */
export function payoutsWhere(
  reads: ReadModel,
  marketplace: string,
  { payeeId, status, from, to, timeZone }: PayoutFilter,
  slice: Slice,
): Promise<Page<PayoutView>> {
  const listing = {
    select: `SELECT o.*, p.name AS payee_name, p.code AS payee_code
       FROM payouts o LEFT JOIN partners p ON p.id = o.payee_id`,
    counted: "payouts o",
    where: `o.marketplace = $1 AND ($2::text IS NULL OR o.payee_id = $2)
        AND ($3::text IS NULL OR o.status = $3)
        AND ($4::date IS NULL OR (o.created_at AT TIME ZONE $6)::date >= $4)
        AND ($5::date IS NULL OR (o.created_at AT TIME ZONE $6)::date <= $5)`,
    order: "o.created_at DESC, o.id",
  };
  const values = [marketplace, payeeId ?? null, status ?? null, from ?? null, to ?? null, timeZone];
  return pageOfRows(reads, listing, values, slice);
}
