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
  /** Ids that a frontend may follow: `booking_id`, `booking_number`, `payment_id` … */
  readonly metadata: Readonly<Record<string, string>>;
  /** What it is about, for markets that number their things: `booking` 1. */
  readonly reference_type: string | null;
  readonly reference_number: number | null;
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
    metadata: "json",
    reference_type: "text?",
    reference_number: "bigint?",
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
  /** The integer that a market prints as the booking's id. */
  readonly serial: number | null;
  /** Null for a booking without a visit. */
  readonly visit_date: string | null;
  readonly visit_time: string | null;
}

export const notifiedBookingsTable = defineTable<NotifiedBookingRow>({
  name: "notified_bookings",
  key: ["booking_id"],
  columns: {
    booking_id: "text",
    number: "text",
    customer_id: "text",
    serial: "bigint?",
    visit_date: "text?",
    visit_time: "text?",
  },
});

/** The integers that a market prints of accounts and payouts, which later events do not repeat. */
export interface NotifiedNumberRow {
  readonly id: string;
  readonly number: number;
}

export const notifiedNumbersTable = defineTable<NotifiedNumberRow>({
  name: "notified_numbers",
  key: ["id"],
  columns: { id: "text", number: "bigint" },
});

/** Notifications that were read one by one. */
export interface NotificationReadRow {
  readonly notification_id: string;
  readonly read_at: string;
}

export const notificationReadsTable = defineTable<NotificationReadRow>({
  name: "notification_reads",
  key: ["notification_id"],
  columns: { notification_id: "text", read_at: "timestamptz" },
  appendOnly: true,
});

/** Up to which position somebody has read all that they were told. */
export interface InboxRow {
  readonly account_id: string;
  readonly read_through: number;
  readonly read_at: string;
}

export const inboxesTable = defineTable<InboxRow>({
  name: "inboxes",
  key: ["account_id"],
  columns: { account_id: "text", read_through: "bigint", read_at: "timestamptz" },
});
