/** Statements that find nothing in members' sound books, each with what a row of it means. */
export const FAULTS_OF_MEMBERS: Readonly<Record<string, string>> = {
  "a wallet's balance is not what the ledger says": `
    SELECT w.id, w.balance, a.balance AS ledger FROM wallets w
    LEFT JOIN journal_accounts a
      ON a.address = 'liability:wallet:' || w.id AND a.marketplace = w.marketplace
    WHERE w.balance <> coalesce(a.balance, 0)`,
  "a wallet holds something else than its pending payouts": `
    SELECT w.id, w.held, p.gross FROM wallets w
    LEFT JOIN (SELECT payee_id, sum(gross)::bigint AS gross FROM payouts
                WHERE status = 'pending' GROUP BY payee_id) p ON p.payee_id = w.owner_id
    WHERE w.held <> coalesce(p.gross, 0)`,
  "a booking has taken what its wallet still has": `
    SELECT address, balance FROM journal_accounts
    WHERE address LIKE 'asset:wallet:%:due' AND balance <> 0`,
  "a refund to a wallet has not come there": `
    SELECT address, balance FROM journal_accounts
    WHERE address = 'liability:refund:wallet:in_transit' AND balance <> 0`,
  "withheld tax is not what the tax records say": `
    SELECT marketplace, t.tds, a.balance
    FROM (SELECT marketplace, sum(tds_deducted)::bigint AS tds FROM tds_records
           GROUP BY marketplace) t
    FULL JOIN (SELECT marketplace, balance FROM journal_accounts
                WHERE address = 'liability:tax:tds') a USING (marketplace)
    WHERE coalesce(t.tds, 0) <> coalesce(a.balance, 0)`,
  "escrow is not what was paid for an open booking in instalments": `
    SELECT b.id, b.status, b.paid, a.balance FROM instalment_bookings b
    LEFT JOIN journal_accounts a ON a.address = 'liability:booking:' || b.id || ':escrow'
    WHERE coalesce(a.balance, 0) <>
      CASE WHEN b.status IN ('placed', 'confirmed') THEN b.paid ELSE 0 END`,
  "a booking's instalments do not make up what was paid for it": `
    SELECT b.id, b.paid, y.amount FROM instalment_bookings b
    LEFT JOIN (SELECT booking_id, sum(amount)::bigint AS amount FROM payments
                WHERE number IS NOT NULL GROUP BY booking_id) y ON y.booking_id = b.id
    WHERE b.paid <> coalesce(y.amount, 0)`,
  "what is held for a member's instalments is not what was held back": `
    SELECT w.id, a.balance, d.held, p.emi FROM wallets w
    LEFT JOIN journal_accounts a ON a.address = 'liability:emi:' || w.owner_id || ':held'
    LEFT JOIN (SELECT owner_id, sum(amount)::bigint AS held FROM wallet_transactions
                WHERE kind = 'emi_deduction' GROUP BY owner_id) d ON d.owner_id = w.owner_id
    LEFT JOIN (SELECT payee_id, sum(emi)::bigint AS emi FROM payouts
                WHERE status = 'processing' GROUP BY payee_id) p ON p.payee_id = w.owner_id
    WHERE coalesce(a.balance, 0) <> coalesce(d.held, 0) + coalesce(p.emi, 0)`,
  "payouts on their way are not what is in transit": `
    SELECT marketplace, rail, o.net, a.balance
    FROM (SELECT o.marketplace, o.rail, sum(o.net - o.emi)::bigint AS net FROM payouts o
           WHERE o.status = CASE WHEN EXISTS (SELECT FROM wallets w WHERE w.owner_id = o.payee_id)
                                 THEN 'processing' ELSE 'pending' END
           GROUP BY o.marketplace, o.rail) o
    FULL JOIN (SELECT marketplace, split_part(address, ':', 3) AS rail, balance
                 FROM journal_accounts WHERE address LIKE 'liability:payout:%:in_transit') a
      USING (marketplace, rail)
    WHERE coalesce(o.net, 0) <> coalesce(a.balance, 0)`,
  "a wallet was moved twice for the same thing": `
    SELECT wallet_id, kind, reference_id FROM wallet_transactions
    WHERE kind IN ('pair_bonus', 'emi_deduction', 'referral_bonus', 'payout', 'payout_returned')
    GROUP BY wallet_id, kind, reference_id HAVING count(*) > 1`,
  "a matched pair is not in its earner's wallet": `
    SELECT p.id, p.status, t.amount FROM pairs p
    LEFT JOIN wallet_transactions t ON t.reference_id = p.id AND t.kind = 'pair_bonus'
    WHERE p.status <> 'processed' OR t.amount IS DISTINCT FROM p.earning`,
  "a referrer has no bonus for a member who became active": `
    SELECT a.id FROM accounts a
    WHERE a.activated_at IS NOT NULL AND a.referred_by IS NOT NULL AND NOT EXISTS (
      SELECT FROM wallet_transactions t
      WHERE t.kind = 'referral_bonus' AND t.reference_id = a.id AND t.owner_id = a.referred_by)`,
  "a cancelled booking's instalments are not back in the wallet": `
    SELECT b.id, b.paid, t.amount FROM instalment_bookings b
    LEFT JOIN (SELECT reference_id, sum(amount)::bigint AS amount FROM wallet_transactions
                WHERE kind = 'refund' GROUP BY reference_id) t ON t.reference_id = b.id
    WHERE b.status = 'cancelled' AND b.paid <> coalesce(t.amount, 0)`,
};
