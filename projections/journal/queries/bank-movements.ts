import type { ReadModel } from "../../../src/kernel/read-model.js";
import { account } from "../chart-of-accounts.js";

/** What an entry has moved on a bank account of the journal's. */
export interface BankMovement {
  /** The bank's number of the transfer, if the entry names one. */
  readonly reference: string | null;
  /** Debits less credits: above zero what came in. */
  readonly amount: number;
}

const MOVEMENTS = `SELECT sum(l.debit - l.credit)::bigint AS amount,
    (SELECT substr(c.value, strpos(c.value, ':') + 1)
       FROM jsonb_array_elements_text(e.concerns) c
      WHERE starts_with(c.value, 'bank:') OR starts_with(c.value, 'upi:') LIMIT 1) AS reference
  FROM journal_entries e JOIN journal_lines l ON l.position = e.position
  WHERE e.marketplace = $1 AND l.account = $2`;

/** The movements of any day whose entries name one of these references. */
export function bankMovementsNamed(
  reads: ReadModel,
  marketplace: string,
  bank: string,
  references: readonly string[],
): Promise<BankMovement[]> {
  const named = references.flatMap((reference) => [`bank:${reference}`, `upi:${reference}`]);
  return reads.rows(
    `${MOVEMENTS} AND e.concerns ?| $3 GROUP BY e.position, e.concerns ORDER BY e.position`,
    [marketplace, account.bank(bank), named],
  );
}

/** The movements from one instant until another, named or not. */
export function bankMovementsBetween(
  reads: ReadModel,
  marketplace: string,
  bank: string,
  span: { readonly from: string; readonly until: string },
): Promise<BankMovement[]> {
  return reads.rows(
    `${MOVEMENTS} AND e.effective_at >= $3 AND e.effective_at < $4
      GROUP BY e.position, e.concerns ORDER BY e.position`,
    [marketplace, account.bank(bank), span.from, span.until],
  );
}
