import type { RowWriter } from "../../src/kernel/row-operation.js";
import { defineTable } from "../../src/kernel/table.js";
import type { BookingStatus } from "../../src/modules/booking/state.js";
import { bookingsTable, type BookingRow } from "./table.js";

type InStatus = Readonly<Record<BookingStatus, number>>;

const IN_STATUS = {
  placed: "bigint",
  open: "bigint",
  confirmed: "bigint",
  in_progress: "bigint",
  completed: "bigint",
  cancelled: "bigint",
  refunded: "bigint",
} as const;

/** What a booking's day is: that of its visit, or the one it was placed on, in UTC. */
export type DayOf = "visit" | "placement";

/** How many bookings in each status have their visit on a day, and how many were placed on it. */
export interface BookingDaysRow extends InStatus {
  readonly marketplace: string;
  readonly day_of: DayOf;
  readonly day: string;
}

export const bookingDaysTable = defineTable<BookingDaysRow>({
  name: "booking_days",
  key: ["marketplace", "day_of", "day"],
  columns: { marketplace: "text", day_of: "text", day: "date", ...IN_STATUS },
  sums: true,
});

const COLUMNS = Object.keys(IN_STATUS);

/** The columns that tell how many are in a status, or in any, as an expression. */
export function countedIn(status: string | undefined): string {
  if (status === undefined) return COLUMNS.join(" + ");
  return COLUMNS.includes(status) ? status : "0";
}

const NONE: InStatus = {
  placed: 0,
  open: 0,
  confirmed: 0,
  in_progress: 0,
  completed: 0,
  cancelled: 0,
  refunded: 0,
};

/** Counts a booking whose row was just inserted. */
export function countPlaced(id: string, rows: RowWriter): void {
  count(id, rows, ({ status }) => ({ [status]: 1 }));
}

/**
 * Counts a booking where it will be in place of where it is, so it must be asked for before the
 * booking's own row is changed. No event tells by itself which status it ends.
 */
export function countMoved(
  id: string,
  rows: RowWriter,
  statusAfter: (booking: BookingRow) => BookingStatus,
): void {
  count(id, rows, (booking) => {
    const before = booking.status;
    const after = statusAfter(booking);
    return before === after ? undefined : { [before]: -1, [after]: 1 };
  });
}

function count(
  id: string,
  rows: RowWriter,
  change: (booking: BookingRow) => Partial<InStatus> | undefined,
): void {
  rows.tally(bookingsTable, { id }, bookingDaysTable, (booking) => {
    const changed = change(booking);
    if (changed === undefined) return [];
    const counts = { marketplace: booking.marketplace, ...NONE, ...changed };
    return [
      { ...counts, day_of: "visit", day: booking.visit_date },
      { ...counts, day_of: "placement", day: booking.created_at.slice(0, 10) },
    ];
  });
}
