import { defineTable } from "../../src/kernel/table.js";
import type { BookedLine, Contact, Place } from "../../src/modules/booking/facts.js";
import type { BookingStatus } from "../../src/modules/booking/state.js";

/** A booking as queries see it, in the core's words; a market translates them at its edge. */
export interface BookingRow {
  readonly id: string;
  readonly marketplace: string;
  readonly number: string;
  readonly customer_id: string;
  readonly status: BookingStatus;
  /** The provider of the live offer; null while nobody holds one. */
  readonly provider_id: string | null;
  /** Why it waits for a person to find a provider; null while it does not. */
  readonly queue_reason: string | null;
  readonly queued_at: string | null;
  readonly visit_date: string;
  readonly visit_time: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly payment_method: string;
  readonly payment_id: string;
  /** pending, paid, failed, refunded, partially_refunded */
  readonly payment_status: string;
  readonly currency: string;
  readonly subtotal: number;
  readonly savings: number;
  readonly discount: number;
  readonly tax: number;
  readonly total: number;
  readonly promo_code: string | null;
  readonly policy_accepted: boolean;
  readonly lines: readonly BookedLine[];
  readonly contact: Contact;
  readonly place: Place;
  readonly provider_share: number | null;
  readonly completed_at: string | null;
  readonly cancelled_at: string | null;
  readonly cancelled_by: string | null;
  readonly cancellation_reason: string | null;
  readonly cancellation_fee: number | null;
  /** As it was last granted and cancelled; `given_back` is all that went back. */
  readonly refund_amount: number | null;
  /** By refunds of whatever cause, on their way or there, and by lost chargebacks. */
  readonly given_back: number;
  readonly rating: number | null;
  readonly feedback: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export const bookingsTable = defineTable<BookingRow>({
  name: "bookings",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    number: "text",
    customer_id: "text",
    status: "text",
    provider_id: "text?",
    queue_reason: "text?",
    queued_at: "timestamptz?",
    visit_date: "date",
    visit_time: "text",
    starts_at: "timestamptz",
    ends_at: "timestamptz",
    payment_method: "text",
    payment_id: "text",
    payment_status: "text",
    currency: "text",
    subtotal: "bigint",
    savings: "bigint",
    discount: "bigint",
    tax: "bigint",
    total: "bigint",
    promo_code: "text?",
    policy_accepted: "boolean",
    lines: "json",
    contact: "json",
    place: "json",
    provider_share: "bigint?",
    completed_at: "timestamptz?",
    cancelled_at: "timestamptz?",
    cancelled_by: "text?",
    cancellation_reason: "text?",
    cancellation_fee: "bigint?",
    refund_amount: "bigint?",
    given_back: "bigint",
    rating: "integer?",
    feedback: "text?",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [
    { columns: ["customer_id", "created_at"] },
    { columns: ["provider_id", "starts_at"], where: "provider_id IS NOT NULL" },
    // The orders of lists to the last column: pages far behind are then counted off an index.
    { columns: ["marketplace", "created_at", "id"] },
    { columns: ["marketplace", "status", "created_at", "id"] },
    { columns: ["marketplace", "visit_date", "starts_at", "id"] },
    { columns: ["marketplace", "status", "visit_date", "starts_at", "id"] },
    {
      columns: ["marketplace"],
      where: "payment_status = 'failed' AND status = 'placed'",
    },
    {
      // What was brought in on a day is then summed off an index.
      columns: ["marketplace", "visit_date", "total", "given_back"],
      where: "payment_status IN ('paid', 'partially_refunded', 'refunded')",
    },
    { columns: ["queued_at"], where: "queue_reason IS NOT NULL" },
    {
      columns: ["marketplace", "starts_at"],
      where: "status = 'open' AND provider_id IS NULL",
    },
  ],
});
