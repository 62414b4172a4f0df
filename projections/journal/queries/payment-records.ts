import type { Currency } from "../../../src/kernel/money.js";
import type { ReadModel } from "../../../src/kernel/read-model.js";
import type { PaymentRecord } from "../../../src/modules/reconciliation/compare.js";
import { account } from "../chart-of-accounts.js";

/** A payment, whose ever it is, with what the journal has on the gateway's clearing account. */
const RECORD = `SELECT p.id AS payment_id, p.order_id, p.gateway_payment_id, p.amount, p.status,
    p.marketplace,
    (SELECT sum(l.debit)::bigint FROM journal_entries e
       JOIN journal_lines l ON l.position = e.position
      WHERE e.concerns ? ('payment:' || p.id) AND e.event_type = 'PaymentCaptured'
        AND l.account = $1) AS posted
  FROM payments p`;

export interface RecordOfMarket extends PaymentRecord {
  readonly marketplace: string;
}

type Gateway = "razorpay" | "stripe";

/** Of all markets, since a gateway's account may serve several. */
export function recordsOfOrders(
  reads: ReadModel,
  gateway: Gateway,
  orderIds: readonly string[],
): Promise<RecordOfMarket[]> {
  return reads.rows(`${RECORD} WHERE p.gateway = $2 AND p.order_id = ANY($3)`, [
    account.gatewayClearing(gateway),
    gateway,
    orderIds,
  ]);
}

export interface OwnerOfPayment {
  readonly id: string;
  readonly marketplace: string;
  readonly order_id: string;
  readonly gateway_payment_id: string;
  readonly currency: Currency;
}

/** Whose each of the gateway's payments is, of all markets; strangers' are left out. */
export function ownersOfPayments(
  reads: ReadModel,
  gateway: Gateway,
  gatewayPaymentIds: readonly string[],
): Promise<OwnerOfPayment[]> {
  return reads.rows(
    `SELECT id, marketplace, order_id, gateway_payment_id, currency FROM payments
      WHERE gateway = $1 AND gateway_payment_id = ANY($2)`,
    [gateway, gatewayPaymentIds],
  );
}

/** Payments of a market that were captured through a gateway from one instant until another. */
export function recordsCaptured(
  reads: ReadModel,
  gateway: Gateway,
  marketplace: string,
  span: { readonly from: string; readonly until: string },
): Promise<RecordOfMarket[]> {
  return reads.rows(
    `${RECORD} JOIN journal_entries c ON c.stream = 'payment-' || p.id
      WHERE c.event_type = 'PaymentCaptured' AND p.gateway = $2 AND c.marketplace = $3
        AND c.effective_at >= $4 AND c.effective_at < $5
      ORDER BY c.position`,
    [account.gatewayClearing(gateway), gateway, marketplace, span.from, span.until],
  );
}
