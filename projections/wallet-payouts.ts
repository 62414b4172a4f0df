import { firstRow, type Page, type ReadModel, type Slice } from "../src/kernel/read-model.js";
import { pageOfRows } from "./page-of-rows.js";
import type { PayoutRow } from "./payouts.js";

/** A member's payout with the member's number, as markets print it. */
export interface WalletPayoutView extends PayoutRow {
  readonly payee_number: number | null;
}

const VIEW = `SELECT o.*, a.number AS payee_number
  FROM payouts o LEFT JOIN accounts a ON a.id = o.payee_id`;

/** @param payeeId another's payout does not exist; undefined finds anybody's */
export function walletPayoutByNumber(
  reads: ReadModel,
  marketplace: string,
  number: number,
  payeeId: string | undefined,
): Promise<WalletPayoutView | undefined> {
  return firstRow(
    reads,
    `${VIEW} WHERE o.marketplace = $1 AND o.number = $2 AND ($3::text IS NULL OR o.payee_id = $3)`,
    [marketplace, String(number), payeeId ?? null],
  );
}

export interface WalletPayoutFilter {
  readonly payeeId?: string | undefined;
  readonly status?: string | undefined;
  /** Only those whose money has left the wallet. */
  readonly sent?: boolean;
}

/** Newest first. */
export function walletPayouts(
  reads: ReadModel,
  marketplace: string,
  { payeeId, status, sent = false }: WalletPayoutFilter,
  slice: Slice,
): Promise<Page<WalletPayoutView>> {
  const where = `o.marketplace = $1 AND ($2::text IS NULL OR o.payee_id = $2)
    AND ($3::text IS NULL OR o.status = $3) AND (NOT $4::boolean OR o.sent_at IS NOT NULL)`;
  const order = "o.created_at DESC, o.number::bigint DESC";
  return pageOfRows(
    reads,
    { select: VIEW, counted: "payouts o", where, order },
    [marketplace, payeeId ?? null, status ?? null, sent],
    slice,
  );
}
