import type { ReadModel } from "../../../src/kernel/read-model.js";
import { account } from "../chart-of-accounts.js";

/** What an entry has moved on a gateway's clearing account, settlements left out. */
export interface ClearingMovement {
  /** Of the payment, refund or dispute, as the gateway calls it; null while it has no name. */
  readonly gateway_id: string | null;
  readonly gateway_payment_id: string | null;
  /** Debits less credits. */
  readonly amount: number;
}

/** Every movement of the payments with these ids of the gateway's. */
export function clearingMovements(
  reads: ReadModel,
  gateway: "razorpay" | "stripe",
  gatewayPaymentIds: readonly string[],
): Promise<ClearingMovement[]> {
  return reads.rows(
    `SELECT p.gateway_payment_id, sum(l.debit - l.credit)::bigint AS amount,
            COALESCE(
              (SELECT r.gateway_refund_id FROM refunds r
                WHERE r.payment_id = p.id AND e.concerns ? ('refund:' || r.id)),
              (SELECT substr(c.value, length($2) + 2)
                 FROM jsonb_array_elements_text(e.concerns) c
                WHERE starts_with(c.value, $2 || ':') LIMIT 1)) AS gateway_id
       FROM payments p
       JOIN journal_entries e ON e.concerns ? ('payment:' || p.id)
       JOIN journal_lines l ON l.position = e.position AND l.account = $1
      WHERE p.gateway = $2 AND p.gateway_payment_id = ANY($3)
        AND e.event_type <> 'SettlementReceived'
      GROUP BY e.position, e.concerns, p.id, p.gateway_payment_id
      ORDER BY e.position`,
    [account.gatewayClearing(gateway), gateway, gatewayPaymentIds],
  );
}
