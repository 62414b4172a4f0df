import { setTimeout as pause } from "node:timers/promises";
import { parkedReactions } from "../../src/platform/processing/parked-reactions.js";
import { totals, trialBalance } from "../../projections/journal/queries/trial-balance.js";
import type { ReadModel } from "../../src/kernel/read-model.js";
import { FAULTS_OF_GATEWAYS } from "./books-of-gateways.js";
import { FAULTS_OF_MEMBERS } from "./books-of-members.js";

/** Statements that find nothing in sound books, each with the sentence that a row of it means. */
const FAULTS_OF_BOOKINGS: Readonly<Record<string, string>> = {
  "an entry is off balance": `
    SELECT position FROM journal_lines GROUP BY position, currency
    HAVING sum(debit) <> sum(credit)`,
  "a floored account is below zero": `
    SELECT address, balance FROM journal_accounts WHERE floored AND balance < 0`,
  "an account's balance is not the sum of its lines": `
    SELECT a.address, a.balance, l.net FROM journal_accounts a
    JOIN (SELECT marketplace, account, currency, sum(debit - credit)::bigint AS net
            FROM journal_lines GROUP BY marketplace, account, currency) l
      ON (l.marketplace, l.account, l.currency) = (a.marketplace, a.address, a.currency)
    WHERE l.net <> CASE WHEN a.class IN ('asset', 'expense') THEN a.balance ELSE -a.balance END`,
  "a closed booking has money in escrow": `
    SELECT b.id, b.status, a.balance FROM bookings b
    JOIN journal_accounts a ON a.address = 'liability:booking:' || b.id || ':escrow'
    WHERE b.status IN ('completed', 'cancelled', 'refunded') AND a.balance <> 0`,
  "an open booking's escrow is not what was paid for it less what went back": `
    SELECT b.id, b.status, b.payment_status FROM bookings b
    LEFT JOIN journal_accounts a ON a.address = 'liability:booking:' || b.id || ':escrow'
    WHERE b.status IN ('placed', 'open', 'confirmed', 'in_progress')
      AND coalesce(a.balance, 0) <>
        CASE WHEN b.payment_status = 'pending' OR b.payment_method = 'cash' THEN 0
             WHEN b.payment_status = 'failed' THEN 0
             ELSE b.total - (SELECT coalesce(sum(r.amount), 0) FROM refunds r
                              WHERE r.booking_id = b.id) END`,
  "what a provider is owed is not what they have earned and not asked for": `
    SELECT p.id, a.balance, e.owed FROM partners p
    LEFT JOIN journal_accounts a ON a.address = 'liability:provider:' || p.id || ':payable'
    LEFT JOIN (SELECT provider_id, sum(amount)::bigint AS owed FROM earnings
                WHERE status = 'pending' AND payout_id IS NULL GROUP BY provider_id) e
      ON e.provider_id = p.id
    WHERE coalesce(a.balance, 0) <> coalesce(e.owed, 0)`,
  "a payment was captured twice": `
    SELECT stream FROM journal_entries WHERE event_type = 'PaymentCaptured'
    GROUP BY stream HAVING count(*) > 1`,
  "a booking was cancelled or completed twice": `
    SELECT stream FROM journal_entries
    WHERE event_type IN ('BookingCancelled', 'BookingCompleted', 'LatePaymentReturned')
    GROUP BY stream, event_type HAVING count(*) > 1`,
  "a refund was paid out twice": `
    SELECT refund.value FROM journal_entries,
      LATERAL jsonb_array_elements_text(concerns) refund(value)
    WHERE event_type = 'RefundConfirmed' AND refund.value LIKE 'refund:%'
    GROUP BY refund.value HAVING count(*) > 1`,
  "a booking has more than one payment": `
    SELECT booking_id FROM payments WHERE number IS NULL GROUP BY booking_id
    HAVING count(*) > 1`,
  "a booking number is used twice": `
    SELECT number FROM bookings GROUP BY number HAVING count(*) > 1`,
  "bookings are not in the status that they are counted in": `
    SELECT c.marketplace, c.day_of, folded.status, sum(folded.bookings::bigint)
    FROM booking_days c,
      LATERAL jsonb_each_text(to_jsonb(c) - '{marketplace,day_of,day}'::text[])
        folded(status, bookings)
    GROUP BY c.marketplace, c.day_of, folded.status
    HAVING sum(folded.bookings::bigint) <>
      (SELECT count(*) FROM bookings b
        WHERE b.marketplace = c.marketplace AND b.status = folded.status)`,
  "bookings are not on the day that they are counted on": `
    SELECT c.marketplace, c.day_of, c.day, folded.status, folded.bookings FROM booking_days c,
      LATERAL jsonb_each_text(to_jsonb(c) - '{marketplace,day_of,day}'::text[])
        folded(status, bookings)
    WHERE folded.bookings::bigint <>
      (SELECT count(*) FROM bookings b
        WHERE b.marketplace = c.marketplace AND b.status = folded.status AND c.day =
          CASE c.day_of WHEN 'visit' THEN b.visit_date ELSE b.created_at::date END)`,
  "a booking has earned twice": `
    SELECT booking_id FROM earnings GROUP BY booking_id HAVING count(*) > 1`,
};

const FAULTS = { ...FAULTS_OF_BOOKINGS, ...FAULTS_OF_GATEWAYS, ...FAULTS_OF_MEMBERS };

/** Milliseconds that money may be between two steps, on a busy machine. */
const PATIENCE = 120_000;

/**
 * What is wrong with the books, in sentences; nothing in sound ones. Money between two steps
 * looks like a fault, so faults are looked at again until they are gone or have lasted too long.
 */
export async function faultsInBooks(reads: ReadModel): Promise<readonly string[]> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const found = await faultsNow(reads);
    if (found.length === 0 || Date.now() > until) return found;
    await pause(100);
  }
}

async function faultsNow(reads: ReadModel): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [sentence, statement] of Object.entries(FAULTS)) {
    const rows = await reads.rows(statement);
    if (rows.length > 0) found.push(`${sentence}: ${JSON.stringify(rows)}`);
  }
  const { lines } = await trialBalance(reads, {});
  for (const { currency, debit, credit } of totals(lines)) {
    if (debit !== credit) found.push(`the trial balance in ${currency} is ${debit} - ${credit}`);
  }
  for (const { process, key, last_error } of await parkedReactions(reads)) {
    found.push(`a reaction is parked: ${process} ${key} ${last_error}`);
  }
  return found;
}
