/** What the journal says that customers paid for visits and have not got back in any way. */
const KEPT = `SELECT coalesce(sum(l.debit - l.credit), 0)::bigint AS kept
  FROM journal_lines l JOIN journal_entries e ON e.position = l.position
 WHERE e.marketplace = 'minuteserv' AND (
   (e.event_type = 'PaymentCaptured' AND l.account LIKE 'asset:gateway:%:clearing')
   OR (e.event_type = 'BookingCompleted' AND l.account LIKE 'asset:provider:%:receivable')
   OR (e.event_type IN ('BookingCancelled', 'RefundGranted', 'LatePaymentReturned')
     AND l.account LIKE 'liability:refund:%:in_transit')
   OR (e.event_type = 'ChargebackLost' AND l.account LIKE 'asset:gateway:%:dispute'))`;

/** The same of what gateways settle and take back, and of what disputes set aside. */
export const FAULTS_OF_GATEWAYS: Readonly<Record<string, string>> = {
  "a settlement was recorded twice": `
    SELECT gateway, gateway_settlement_id FROM settlement_lines
    GROUP BY gateway, gateway_settlement_id HAVING count(DISTINCT settlement_id) > 1`,
  "something was settled twice": `
    SELECT gateway, kind, gateway_id FROM settlement_lines
    GROUP BY gateway, kind, gateway_id HAVING count(*) > 1`,
  "a chargeback was decided twice": `
    SELECT stream FROM journal_entries
    WHERE event_type IN ('ChargebackWon', 'ChargebackLost') GROUP BY stream HAVING count(*) > 1`,
  "the reported revenue is not what the journal says was kept": `
    SELECT kept, totals, bookings FROM (${KEPT}) journal,
      (SELECT coalesce(sum(revenue), 0)::bigint AS totals FROM market_totals
        WHERE marketplace = 'minuteserv') totals,
      (SELECT coalesce(sum(total - given_back), 0)::bigint AS bookings FROM bookings
        WHERE marketplace = 'minuteserv'
          AND payment_status IN ('paid', 'partially_refunded', 'refunded')) reports
    WHERE kept <> totals OR kept <> bookings`,
  "a decided chargeback is still withheld": `
    SELECT e.stream FROM journal_entries e JOIN journal_lines l ON l.position = e.position
    WHERE l.account LIKE 'asset:gateway:%:dispute'
    GROUP BY e.stream HAVING count(*) > 1 AND sum(l.debit - l.credit) <> 0`,
  "a dispute holds an earning twice": `
    SELECT dispute.value FROM journal_entries,
      LATERAL jsonb_array_elements_text(concerns) dispute(value)
    WHERE event_type = 'EarningHeld' AND dispute.value LIKE 'dispute:%'
    GROUP BY dispute.value HAVING count(*) > 1`,
  "money is in reserve though no dispute holds it": `
    SELECT a.address, a.balance FROM journal_accounts a
    WHERE a.address LIKE 'liability:provider:%:reserve' AND a.balance <> 0 AND NOT EXISTS (
      SELECT FROM journal_lines l JOIN journal_entries e ON e.position = l.position,
        LATERAL jsonb_array_elements_text(e.concerns) dispute(value)
      WHERE l.account = a.address AND dispute.value LIKE 'dispute:%'
      GROUP BY dispute.value
      HAVING count(*) FILTER (WHERE e.event_type = 'EarningHeld')
           > count(*) FILTER (WHERE e.event_type = 'EarningFreed'))`,
};
