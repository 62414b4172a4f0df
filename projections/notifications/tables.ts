import { defineTable } from "../../src/kernel/table.js";

/** One thing told to one customer, one partner or, where both are null, to the market's staff. */
export interface NotificationRow {
  readonly id: string;
  readonly marketplace: string;
  readonly user_id: string | null;
  readonly partner_id: string | null;
  readonly notification_type: string;
  readonly title: string;
  readonly message: string;
  /** No endpoint marks one as read (notification.04). */
  readonly is_read: boolean;
  /** Ids that a frontend may follow: `booking_id`, `booking_number`, `payment_id` … */
  readonly metadata: Readonly<Record<string, string>>;
  /** Of the event that is told of; the order of notifications. */
  readonly position: number;
  readonly created_at: string;
}

export const notificationsTable = defineTable<NotificationRow>({
  name: "notifications",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    user_id: "text?",
    partner_id: "text?",
    notification_type: "text",
    title: "text",
    message: "text",
    is_read: "boolean",
    metadata: "json",
    position: "bigint",
    created_at: "timestamptz",
  },
  indexes: [
    { columns: ["user_id", "position"], where: "user_id IS NOT NULL" },
    { columns: ["partner_id", "position"], where: "partner_id IS NOT NULL" },
    {
      columns: ["marketplace", "position"],
      where: "user_id IS NULL AND partner_id IS NULL",
    },
  ],
  appendOnly: true,
});

/** What later events of a booking do not repeat, but notifications of them name. */
export interface NotifiedBookingRow {
  readonly booking_id: string;
  readonly number: string;
  readonly customer_id: string;
  readonly visit_date: string;
  readonly visit_time: string;
}

export const notifiedBookingsTable = defineTable<NotifiedBookingRow>({
  name: "notified_bookings",
  key: ["booking_id"],
  columns: {
    booking_id: "text",
    number: "text",
    customer_id: "text",
    visit_date: "text",
    visit_time: "text",
  },
});
