import { defineProjection } from "../src/kernel/projection.js";
import type { EventMetadata } from "../src/kernel/event.js";
import type { Minor } from "../src/kernel/money.js";
import { firstRow, type Page, type ReadModel, type Slice } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { BookingEvent, InstalmentBookingPlaced } from "../src/modules/booking/events.js";
import { pageOfRows } from "./page-of-rows.js";

/** A booking that is paid bit by bit, in the core's words. */
export interface InstalmentBookingRow {
  readonly id: string;
  readonly marketplace: string;
  /** What its market prints as the booking's id. */
  readonly serial: number;
  readonly number: string;
  readonly customer_id: string;
  /** placed, confirmed, completed, cancelled */
  readonly status: string;
  readonly vehicle_model: string;
  readonly vehicle_variant: string;
  readonly booking_amount: number;
  readonly total: number;
  /** In all, also where it went back when the booking was cancelled. */
  readonly paid: number;
  readonly currency: string;
  readonly emi_amount: number | null;
  readonly emi_count: number | null;
  readonly emi_starts_on: string | null;
  readonly cancelled_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

const table = defineTable<InstalmentBookingRow>({
  name: "instalment_bookings",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    serial: "bigint",
    number: "text",
    customer_id: "text",
    status: "text",
    vehicle_model: "text",
    vehicle_variant: "text",
    booking_amount: "bigint",
    total: "bigint",
    paid: "bigint",
    currency: "text",
    emi_amount: "bigint?",
    emi_count: "integer?",
    emi_starts_on: "date?",
    cancelled_at: "timestamptz?",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [
    { columns: ["marketplace", "serial"], unique: true },
    { columns: ["customer_id", "serial"] },
    { columns: ["marketplace", "status", "serial"] },
    { columns: ["marketplace", "created_at"] },
  ],
});

/** What members book and pay in instalments; bookings with a visit stand elsewhere. */
export const instalmentBookings = defineProjection<BookingEvent>({
  name: "instalment-bookings",
  version: 1,
  tables: [table],
  on: {
    BookingPlaced: ({ data, metadata }, rows) => {
      if (data.visit === null) rows.insert(table, placed(data, metadata));
    },
    InstalmentPaid: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.bookingId },
        { paid: data.paidInAll, updated_at: metadata.occurredAt },
      ),
    BookingConfirmedByPayment: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.bookingId },
        { status: "confirmed", updated_at: metadata.occurredAt },
      ),
    BookingPaidOff: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.bookingId },
        { status: "completed", updated_at: metadata.occurredAt },
      ),
    BookingCancelled: ({ data, metadata: { occurredAt } }, rows) => {
      if (data.paymentId !== null) return;
      rows.patch(
        table,
        { id: data.bookingId },
        { status: "cancelled", cancelled_at: occurredAt, updated_at: occurredAt },
      );
    },
  },
});

function placed(data: InstalmentBookingPlaced, metadata: EventMetadata): InstalmentBookingRow {
  const [vehicle] = data.lines;
  const { emi, bookingAmount } = data.instalments;
  return {
    id: data.bookingId,
    marketplace: metadata.marketplace,
    serial: data.serial,
    number: data.number,
    customer_id: data.customerId,
    status: "placed",
    vehicle_model: vehicle?.name ?? "",
    vehicle_variant: vehicle?.tier ?? "",
    booking_amount: bookingAmount,
    total: data.pricing.total,
    paid: 0,
    currency: data.pricing.currency,
    emi_amount: emi?.amount ?? null,
    emi_count: emi?.count ?? null,
    emi_starts_on: emi?.startsOn ?? null,
    cancelled_at: null,
    created_at: metadata.occurredAt,
    updated_at: metadata.occurredAt,
  };
}

/** A booking with its customer's number, as markets print it. */
export interface InstalmentBookingView extends InstalmentBookingRow {
  readonly customer_number: number | null;
}

const VIEW = `SELECT b.*, a.number AS customer_number
  FROM instalment_bookings b LEFT JOIN accounts a ON a.id = b.customer_id`;

/** @param customerId another customer's booking does not exist; undefined finds anybody's */
export function instalmentBookingBySerial(
  reads: ReadModel,
  marketplace: string,
  serial: number,
  customerId: string | undefined,
): Promise<InstalmentBookingView | undefined> {
  return firstRow(
    reads,
    `${VIEW} WHERE b.marketplace = $1 AND b.serial = $2
        AND ($3::text IS NULL OR b.customer_id = $3)`,
    [marketplace, serial, customerId ?? null],
  );
}

export interface InstalmentBookingFilter {
  readonly customerId?: string | undefined;
  /** In the core's words. */
  readonly status?: string | undefined;
}

/** Newest first. */
export function instalmentBookingsWhere(
  reads: ReadModel,
  marketplace: string,
  { customerId, status }: InstalmentBookingFilter,
  slice: Slice,
): Promise<Page<InstalmentBookingView>> {
  const where = `b.marketplace = $1 AND ($2::text IS NULL OR b.customer_id = $2)
    AND ($3::text IS NULL OR b.status = $3)`;
  const listing = { select: VIEW, counted: "instalment_bookings b", where, order: "b.serial DESC" };
  return pageOfRows(reads, listing, [marketplace, customerId ?? null, status ?? null], slice);
}

/** What a customer has paid for all bookings together, cancelled ones aside, in minor units. */
export async function paidByCustomer(reads: ReadModel, customerId: string): Promise<Minor> {
  const row = await firstRow<{ readonly paid: number }>(
    reads,
    `SELECT COALESCE(sum(paid), 0)::bigint AS paid FROM instalment_bookings
      WHERE customer_id = $1 AND status <> 'cancelled'`,
    [customerId],
  );
  return row?.paid ?? 0;
}

/** The customer's oldest booking with agreed instalments that still takes money. */
export function oldestOpenEmi(
  reads: ReadModel,
  marketplace: string,
  customerId: string,
): Promise<InstalmentBookingRow | undefined> {
  return firstRow(
    reads,
    `SELECT * FROM instalment_bookings
      WHERE marketplace = $1 AND customer_id = $2 AND emi_amount IS NOT NULL
        AND status IN ('placed', 'confirmed') AND paid < total
      ORDER BY serial LIMIT 1`,
    [marketplace, customerId],
  );
}
