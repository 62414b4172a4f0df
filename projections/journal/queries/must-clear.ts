import type { ReadModel } from "../../../src/kernel/read-model.js";
import { mustClear } from "../chart-of-accounts.js";

/** Money that sits where it should only pass. */
export interface UnclearedAccount {
  readonly marketplace: string;
  readonly address: string;
  readonly currency: string;
  /** Minor units. */
  readonly balance: number;
  /**
   * The business time of the oldest posting that is still in the balance, if what came first
   * left first; for a negative balance, since when it is not zero.
   */
  readonly oldest_at: string;
}

/**
 * Every must-clear account whose balance is not zero, the oldest money first.
 *
 * An account that is never quite empty would be as old as the business, had one asked since when
 * its balance is not zero; so its balance is matched with its latest postings.
 */
export async function unclearedAccounts(reads: ReadModel): Promise<UnclearedAccount[]> {
  const rows = await reads.rows<UnclearedAccount>(
    `SELECT a.marketplace, a.address, a.currency, a.balance,
            COALESCE(e.effective_at, a.open_since) AS oldest_at
       FROM journal_accounts a
       LEFT JOIN LATERAL (
         SELECT min(position) AS position
           FROM (SELECT position,
                        sum(gain) OVER (ORDER BY position DESC, line DESC) - gain AS newer
                   FROM (SELECT position, line,
                                CASE WHEN a.class IN ('asset', 'expense') THEN debit
                                     ELSE credit END AS gain
                           FROM journal_lines
                          WHERE account = a.address AND marketplace = a.marketplace
                            AND currency = a.currency) gains
                  WHERE gain > 0) aged
          WHERE aged.newer < a.balance) oldest ON true
       LEFT JOIN journal_entries e ON e.position = oldest.position
      WHERE a.balance <> 0
        AND (starts_with(a.address, 'asset:gateway:') OR a.address LIKE '%:in\\_transit')
      ORDER BY oldest_at, a.address, a.marketplace`,
  );
  return rows.filter(({ address }) => mustClear(address));
}
