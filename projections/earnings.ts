import type { EventMetadata } from "../src/kernel/event.js";
import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { EarningEvent, EarningFreed } from "../src/modules/earning/events.js";

export interface EarningRow {
  readonly id: string;
  readonly marketplace: string;
  readonly provider_id: string;
  readonly booking_id: string;
  readonly booking_number: string;
  readonly booking_amount: number;
  readonly share_percent: number;
  readonly amount: number;
  readonly platform_share: number;
  readonly currency: string;
  /** pending, paid, cancelled */
  readonly status: string;
  readonly payout_id: string | null;
  readonly created_at: string;
  readonly paid_at: string | null;
}

const table = defineTable<EarningRow>({
  name: "earnings",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    provider_id: "text",
    booking_id: "text",
    booking_number: "text",
    booking_amount: "bigint",
    share_percent: "double",
    amount: "bigint",
    platform_share: "bigint",
    currency: "text",
    status: "text",
    payout_id: "text?",
    created_at: "timestamptz",
    paid_at: "timestamptz?",
  },
  indexes: [{ columns: ["provider_id", "created_at"] }, { columns: ["booking_id"] }],
});

/** What providers earned, one row a booking. */
export const earnings = defineProjection<EarningEvent>({
  name: "earnings",
  version: 2,
  tables: [table],
  on: {
    EarningAccrued: ({ data, metadata }, rows) =>
      rows.insert(table, {
        id: data.earningId,
        marketplace: metadata.marketplace,
        provider_id: data.providerId,
        booking_id: data.bookingId,
        booking_number: data.bookingNumber,
        booking_amount: data.bookingAmount,
        share_percent: data.sharePercent,
        amount: data.amount,
        platform_share: data.platformShare,
        currency: data.currency,
        status: "pending",
        payout_id: null,
        created_at: metadata.occurredAt,
        paid_at: null,
      }),
    EarningReversed: ({ data }, rows) =>
      rows.update(table, { id: data.earningId }, (row) => ({
        ...row,
        amount: row.amount - data.fromPending,
        status: row.status === "pending" && data.remaining === 0 ? "cancelled" : row.status,
      })),
    EarningHeld: ({ data }, rows) => {
      if (data.fromPending === 0) return;
      const { earningId: id, fromPending } = data;
      rows.update(table, { id }, (row) => ({ ...row, amount: row.amount - fromPending }));
    },
    EarningFreed: ({ data, metadata }, rows) => {
      const { earningId: id, toPending } = data;
      if (toPending === 0) return;
      rows.upsert(table, { id }, (row) =>
        row === undefined
          ? returned(data, metadata)
          : { ...row, amount: row.amount + toPending, status: "pending" },
      );
    },
    EarningsReserved: ({ data }, rows) => {
      for (const id of data.earningIds) rows.patch(table, { id }, { payout_id: data.payoutId });
    },
    EarningsPaid: ({ data, metadata }, rows) => {
      for (const id of data.earningIds) {
        rows.patch(table, { id }, { status: "paid", paid_at: metadata.occurredAt });
      }
    },
    EarningsReleased: ({ data }, rows) => {
      for (const id of data.earningIds) rows.patch(table, { id }, { payout_id: null });
    },
  },
});

/** What a dispute gives back of an earning that was paid out meanwhile is one of its own. */
function returned(data: EarningFreed, { marketplace, occurredAt }: EventMetadata): EarningRow {
  return {
    id: data.earningId,
    marketplace,
    provider_id: data.providerId,
    booking_id: data.bookingId,
    booking_number: data.bookingNumber,
    booking_amount: data.toPending,
    share_percent: 100,
    amount: data.toPending,
    platform_share: 0,
    currency: data.currency,
    status: "pending",
    payout_id: null,
    created_at: occurredAt,
    paid_at: null,
  };
}

export interface EarningFilter {
  readonly status?: string | undefined;
  /** Calendar days at the market's place, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone: string;
}

export function earningsOf(
  reads: ReadModel,
  providerId: string,
  filter: EarningFilter,
): Promise<EarningRow[]> {
  return reads.rows(
    `SELECT * FROM earnings
      WHERE provider_id = $1 AND ($2::text IS NULL OR status = $2)
        AND ($3::date IS NULL OR (created_at AT TIME ZONE $5)::date >= $3)
        AND ($4::date IS NULL OR (created_at AT TIME ZONE $5)::date <= $4)
      ORDER BY created_at DESC, id`,
    [providerId, filter.status ?? null, filter.from ?? null, filter.to ?? null, filter.timeZone],
  );
}

export interface EarningTotals {
  readonly total: number;
  readonly pending: number;
  readonly paid: number;
}

/** Minor units; total = pending + paid (earnings.07). */
export async function earningTotals(reads: ReadModel, providerId: string): Promise<EarningTotals> {
  const row = await firstRow<EarningTotals>(
    reads,
    `SELECT COALESCE(sum(amount) FILTER (WHERE status <> 'cancelled'), 0)::bigint AS total,
            COALESCE(sum(amount) FILTER (WHERE status = 'pending'), 0)::bigint AS pending,
            COALESCE(sum(amount) FILTER (WHERE status = 'paid'), 0)::bigint AS paid
       FROM earnings WHERE provider_id = $1`,
    [providerId],
  );
  return row ?? { total: 0, pending: 0, paid: 0 };
}

export function earningOfBooking(
  reads: ReadModel,
  bookingId: string,
): Promise<EarningRow | undefined> {
  return firstRow(reads, "SELECT * FROM earnings WHERE booking_id = $1", [bookingId]);
}

/** The latest, newest first. */
export function newestEarnings(
  reads: ReadModel,
  providerId: string,
  limit: number,
): Promise<EarningRow[]> {
  return reads.rows(
    "SELECT * FROM earnings WHERE provider_id = $1 ORDER BY created_at DESC, id LIMIT $2",
    [providerId, limit],
  );
}
