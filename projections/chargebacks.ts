import { defineProjection } from "../src/kernel/projection.js";
import type { ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { ChargebackEvent } from "../src/modules/chargeback/events.js";

export interface ChargebackRow {
  readonly id: string;
  readonly marketplace: string;
  readonly gateway: string;
  readonly gateway_dispute_id: string;
  readonly gateway_payment_id: string;
  readonly payment_id: string;
  readonly booking_id: string;
  readonly customer_id: string;
  readonly amount: number;
  readonly fee: number;
  readonly currency: string;
  readonly reason: string | null;
  readonly respond_by: string | null;
  /** open, won or lost */
  readonly standing: string;
  /** Of a lost one: what its provider owes, and what the platform lost. */
  readonly provider_id: string | null;
  readonly from_provider: number;
  readonly loss: number;
  readonly opened_at: string;
  readonly decided_at: string | null;
}

const table = defineTable<ChargebackRow>({
  name: "chargebacks",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    gateway: "text",
    gateway_dispute_id: "text",
    gateway_payment_id: "text",
    payment_id: "text",
    booking_id: "text",
    customer_id: "text",
    amount: "bigint",
    fee: "bigint",
    currency: "text",
    reason: "text?",
    respond_by: "timestamptz?",
    standing: "text",
    provider_id: "text?",
    from_provider: "bigint",
    loss: "bigint",
    opened_at: "timestamptz",
    decided_at: "timestamptz?",
  },
  indexes: [{ columns: ["opened_at", "id"] }, { columns: ["booking_id"] }],
});

/** Payments that the customers' banks took back, for good or until it is decided (DESIGN §7). */
export const chargebacks = defineProjection<ChargebackEvent>({
  name: "chargebacks",
  version: 1,
  tables: [table],
  on: {
    ChargebackOpened: ({ data, metadata }, rows) =>
      rows.insert(table, {
        id: data.chargebackId,
        marketplace: metadata.marketplace,
        gateway: data.gateway,
        gateway_dispute_id: data.gatewayDisputeId,
        gateway_payment_id: data.gatewayPaymentId,
        payment_id: data.paymentId,
        booking_id: data.bookingId,
        customer_id: data.customerId,
        amount: data.amount,
        fee: data.fee,
        currency: data.currency,
        reason: data.reason,
        respond_by: data.respondBy,
        standing: "open",
        provider_id: null,
        from_provider: 0,
        loss: 0,
        opened_at: metadata.occurredAt,
        decided_at: null,
      }),
    ChargebackWon: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.chargebackId },
        { standing: "won", decided_at: metadata.occurredAt },
      ),
    ChargebackLost: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.chargebackId },
        {
          standing: "lost",
          provider_id: data.providerId,
          from_provider: data.fromProvider,
          loss: data.loss,
          decided_at: metadata.occurredAt,
        },
      ),
  },
});

export interface ChargebackFilter {
  readonly marketplace?: string | undefined;
  readonly standing?: string | undefined;
  readonly booking_id?: string | undefined;
  /** When it was opened, ISO 8601: from inclusive, until exclusive. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** The latest first, after the place of an earlier page's last row. */
export function chargebacksOf(
  reads: ReadModel,
  { marketplace, standing, booking_id, from, until }: ChargebackFilter,
  after: readonly [openedAt: string, id: string] | undefined,
  limit: number,
): Promise<ChargebackRow[]> {
  const [afterTime, afterId] = after ?? [null, null];
  return reads.rows(
    `SELECT * FROM chargebacks
      WHERE ($1::text IS NULL OR marketplace = $1) AND ($2::text IS NULL OR standing = $2)
        AND ($3::text IS NULL OR booking_id = $3)
        AND ($4::timestamptz IS NULL OR opened_at >= $4)
        AND ($5::timestamptz IS NULL OR opened_at < $5)
        AND ($6::timestamptz IS NULL OR (opened_at, id) < ($6, $7))
      ORDER BY opened_at DESC, id DESC LIMIT $8`,
    [
      marketplace ?? null,
      standing ?? null,
      booking_id ?? null,
      from ?? null,
      until ?? null,
      afterTime,
      afterId,
      limit,
    ],
  );
}
