import type { Of } from "../src/kernel/event.js";
import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { PaymentEvent } from "../src/modules/payment/events.js";

export interface RefundRow {
  readonly id: string;
  readonly payment_id: string;
  readonly booking_id: string;
  readonly amount: number;
  readonly currency: string;
  readonly destination: string;
  /** processing until the gateway confirms (cancellation.09), then processed or failed. */
  readonly status: string;
  readonly gateway_refund_id: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

const table = defineTable<RefundRow>({
  name: "refunds",
  key: ["id"],
  columns: {
    id: "text",
    payment_id: "text",
    booking_id: "text",
    amount: "bigint",
    currency: "text",
    destination: "text",
    status: "text",
    gateway_refund_id: "text?",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [{ columns: ["booking_id"] }, { columns: ["gateway_refund_id"] }],
});

/** Money on its way back to customers. */
export const refunds = defineProjection<PaymentEvent>({
  name: "refunds",
  version: 2,
  tables: [table],
  on: {
    RefundOrdered: (event, rows) => rows.insert(table, begun(event)),
    GatewayRefundReported: (event, rows) =>
      rows.upsert(table, { id: event.data.refundId }, (row = begun(event)) => ({
        ...row,
        gateway_refund_id: event.data.gatewayRefundId,
        updated_at: event.metadata.occurredAt,
      })),
    RefundSent: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.refundId },
        { gateway_refund_id: data.gatewayRefundId, updated_at: metadata.occurredAt },
      ),
    RefundConfirmed: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.refundId },
        { status: "processed", updated_at: metadata.occurredAt },
      ),
    RefundFailed: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.refundId },
        { status: "failed", updated_at: metadata.occurredAt },
      ),
  },
});

/** A refund that is under way, ordered by us or at the gateway. */
function begun({
  data,
  metadata,
}: Of<PaymentEvent, "RefundOrdered" | "GatewayRefundReported">): RefundRow {
  return {
    id: data.refundId,
    payment_id: data.paymentId,
    booking_id: data.bookingId,
    amount: data.amount,
    currency: data.currency,
    destination: data.to,
    status: "processing",
    gateway_refund_id: null,
    created_at: metadata.occurredAt,
    updated_at: metadata.occurredAt,
  };
}

export function refundById(reads: ReadModel, id: string): Promise<RefundRow | undefined> {
  return firstRow(reads, "SELECT * FROM refunds WHERE id = $1", [id]);
}

export function refundByGatewayId(
  reads: ReadModel,
  gatewayRefundId: string,
): Promise<RefundRow | undefined> {
  return firstRow(reads, "SELECT * FROM refunds WHERE gateway_refund_id = $1", [gatewayRefundId]);
}

/** Refunds by the gateway's ids of them, or by ours. */
export function refundsNamed(
  reads: ReadModel,
  gatewayRefundIds: readonly string[],
  ids: readonly string[],
): Promise<RefundRow[]> {
  return reads.rows("SELECT * FROM refunds WHERE gateway_refund_id = ANY($1) OR id = ANY($2)", [
    gatewayRefundIds,
    ids,
  ]);
}

/** A refund of cash that somebody has to transfer. */
export interface AwaitedCashRefund extends RefundRow {
  readonly marketplace: string;
  readonly booking_number: string;
}

/**
 * What was paid in cash and is to be given back by hand, the oldest first, after the place of an
 * earlier page's last row.
 */
export function awaitedCashRefunds(
  reads: ReadModel,
  after: readonly [createdAt: string, id: string] | undefined,
  limit: number,
): Promise<AwaitedCashRefund[]> {
  return reads.rows(
    `SELECT r.*, p.marketplace, p.receipt AS booking_number
       FROM refunds r JOIN payments p ON p.id = r.payment_id
      WHERE r.status = 'processing' AND r.destination = 'gateway' AND p.gateway IS NULL
        AND ($1::timestamptz IS NULL OR (r.created_at, r.id) > ($1, $2))
      ORDER BY r.created_at, r.id LIMIT $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}
