import { sum } from "../../../src/kernel/money.js";
import type { ReadModel } from "../../../src/kernel/read-model.js";
import { classOf } from "../chart-of-accounts.js";

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
  const rows =
    asOf === undefined
      ? await reads.rows<NetRow>(NOW, [marketplace ?? null])
      : await reads.rows<NetRow>(THEN, [marketplace ?? null, asOf]);
  const lines = rows.flatMap(({ address, currency, net }) =>
    address === null || currency === null || net === null
      ? []
      : [{ address, class: classOf(address), currency, ...sides(net) }],
  );
  return { position: rows[0]?.position ?? 0, lines };
}

/** Debits less credits of an account; nulls where there is no account to tell of. */
interface NetRow {
  readonly position: number;
  readonly address: string | null;
  readonly currency: string | null;
  readonly net: number | null;
}

function sides(net: number): { readonly debit: number; readonly credit: number } {
  return net > 0 ? { debit: net, credit: 0 } : { debit: 0, credit: -net };
}

/** One statement sees one state of the journal, so the position is that of the balances. */
const NOW = `
  WITH last AS (SELECT COALESCE(max(position), 0) AS position FROM journal_entries)
  SELECT last.position, nets.* FROM last LEFT JOIN (
    SELECT address, currency, sum(debits - credits)::bigint AS net
      FROM journal_accounts
     WHERE balance <> 0 AND ($1::text IS NULL OR marketplace = $1)
     GROUP BY address, currency HAVING sum(debits - credits) <> 0) nets ON true
   ORDER BY address, currency`;

const THEN = `
  WITH last AS (SELECT COALESCE((
    SELECT position FROM journal_entries WHERE effective_at <= $2
     ORDER BY effective_at DESC, position DESC LIMIT 1), 0) AS position)
  SELECT last.position, nets.* FROM last LEFT JOIN (
    SELECT account COLLATE "C" AS address, currency, sum(debit - credit)::bigint AS net
      FROM journal_lines
     WHERE position <= (SELECT position FROM last)
       AND ($1::text IS NULL OR marketplace = $1)
     GROUP BY account, currency HAVING sum(debit - credit) <> 0) nets ON true
   ORDER BY address, currency`;

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
