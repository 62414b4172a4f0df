import { firstRow, type Page, type ReadModel, type Slice } from "../../src/kernel/read-model.js";
import { pageOfRows } from "../page-of-rows.js";
import type { WalletRow, WalletTransactionRow } from "./tables.js";

/** Undefined until the first credit. */
export function walletById(reads: ReadModel, id: string): Promise<WalletRow | undefined> {
  return firstRow(reads, "SELECT * FROM wallets WHERE id = $1", [id]);
}

export interface WalletTransactionFilter {
  readonly ownerId: string;
  /** Any of them; undefined means all. */
  readonly kinds?: readonly string[] | undefined;
  /** Days in UTC, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Newest first. */
export function walletTransactions(
  reads: ReadModel,
  marketplace: string,
  { ownerId, kinds, from, to }: WalletTransactionFilter,
  slice: Slice,
): Promise<Page<WalletTransactionRow>> {
  const where = `marketplace = $1 AND owner_id = $2 AND ($3::text[] IS NULL OR kind = ANY($3))
    AND ($4::date IS NULL OR (created_at AT TIME ZONE 'UTC')::date >= $4)
    AND ($5::date IS NULL OR (created_at AT TIME ZONE 'UTC')::date <= $5)`;
  return pageOfRows(
    reads,
    {
      select: "SELECT * FROM wallet_transactions",
      counted: "wallet_transactions",
      where,
      order: "position DESC",
    },
    [marketplace, ownerId, kinds ?? null, from ?? null, to ?? null],
    slice,
  );
}
