import { sum } from "../../../src/kernel/money.js";
import { firstRow, type ReadModel } from "../../../src/kernel/read-model.js";

/** One account's line of a trial balance: the balance stands on one of the two sides. */
export interface TrialBalanceLine {
  readonly address: string;
  readonly class: string;
  readonly currency: string;
  /** Minor units; one of the two is zero. */
  readonly debit: number;
  readonly credit: number;
}

export interface TrialBalance {
  /** The last entry that it holds, by its place in the log; 0 for an empty journal. */
  readonly position: number;
  /** By address; accounts that balance to nothing are left out. */
  readonly lines: readonly TrialBalanceLine[];
}

/**
 * Every account's balance, now or at an instant of business time, of one marketplace or of all.
 *
 * The instant chooses an entry, the last one effective at or before it, and the trial balance is
 * of the log up to that entry. So it is always a state that the books were really in: balanced,
 * no floor broken, and the same whenever it is asked for again. Business time is used, since the
 * time at which the store wrote an event says nothing to finance.
 *
 * @param asOf ISO 8601
 */
export async function trialBalance(
  reads: ReadModel,
  { asOf, marketplace }: { asOf?: string | undefined; marketplace?: string | undefined },
): Promise<TrialBalance> {
  const position = await lastPosition(reads, asOf);
  const lines = await reads.rows<TrialBalanceLine>(
    `SELECT address, class, currency,
            greatest(sum(net), 0)::bigint AS debit, greatest(-sum(net), 0)::bigint AS credit
       FROM (SELECT a.address, a.class, a.currency,
                    CASE WHEN a.class IN ('asset', 'expense') THEN l.balance
                         ELSE -l.balance END AS net
               FROM journal_accounts a
               CROSS JOIN LATERAL (
                 SELECT balance FROM journal_lines
                  WHERE account = a.address AND marketplace = a.marketplace
                    AND currency = a.currency AND position <= $1
                  ORDER BY position DESC, line DESC LIMIT 1) l
              WHERE $2::text IS NULL OR a.marketplace = $2) balances
      GROUP BY address, class, currency HAVING sum(net) <> 0
      ORDER BY address, currency`,
    [position, marketplace ?? null],
  );
  return { position, lines };
}

async function lastPosition(reads: ReadModel, asOf: string | undefined): Promise<number> {
  const row = await firstRow<{ readonly position: number }>(
    reads,
    asOf === undefined
      ? "SELECT position FROM journal_entries ORDER BY position DESC LIMIT 1"
      : `SELECT position FROM journal_entries WHERE effective_at <= $1
          ORDER BY effective_at DESC, position DESC LIMIT 1`,
    asOf === undefined ? [] : [asOf],
  );
  return row?.position ?? 0;
}

export type TrialBalanceTotal = Pick<TrialBalanceLine, "currency" | "debit" | "credit">;

/** What a trial balance adds up to, by currency; each pair is equal, or the books are broken. */
export function totals(lines: readonly TrialBalanceLine[]): TrialBalanceTotal[] {
  return [...new Set(lines.map(({ currency }) => currency))].map((currency) => {
    const of = lines.filter((line) => line.currency === currency);
    const debit = sum(of.map((line) => line.debit));
    const credit = sum(of.map((line) => line.credit));
    return { currency, debit, credit };
  });
}
