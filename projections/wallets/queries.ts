import { firstRow, type ReadModel } from "../../src/kernel/read-model.js";
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
export async function walletTransactions(
  reads: ReadModel,
  marketplace: string,
  { ownerId, kinds, from, to }: WalletTransactionFilter,
  slice: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly WalletTransactionRow[]; readonly total: number }> {
  const where = `marketplace = $1 AND owner_id = $2 AND ($3::text[] IS NULL OR kind = ANY($3))
    AND ($4::date IS NULL OR (created_at AT TIME ZONE 'UTC')::date >= $4)
    AND ($5::date IS NULL OR (created_at AT TIME ZONE 'UTC')::date <= $5)`;
  const values = [marketplace, ownerId, kinds ?? null, from ?? null, to ?? null];
  const rows = await reads.rows<WalletTransactionRow>(
    `SELECT * FROM wallet_transactions WHERE ${where} ORDER BY position DESC LIMIT $6 OFFSET $7`,
    [...values, slice.limit, slice.offset],
  );
  const counted = await firstRow<{ readonly n: number }>(
    reads,
    `SELECT count(*) AS n FROM wallet_transactions WHERE ${where}`,
    values,
  );
  return { rows, total: counted?.n ?? 0 };
}
