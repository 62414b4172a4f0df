import type { RowWriter } from "../../src/kernel/row-operation.js";
import { defineTable } from "../../src/kernel/table.js";
import type { BookingStatus } from "../../src/modules/booking/state.js";
import { bookingsTable, type BookingRow } from "./table.js";

/** How many bookings with a visit a market has in each status. */
export interface BookingCountsRow extends Readonly<Record<BookingStatus, number>> {
  readonly marketplace: string;
}

export const bookingCountsTable = defineTable<BookingCountsRow>({
  name: "booking_counts",
  key: ["marketplace"],
  columns: {
    marketplace: "text",
    placed: "bigint",
    open: "bigint",
    confirmed: "bigint",
    in_progress: "bigint",
    completed: "bigint",
    cancelled: "bigint",
    refunded: "bigint",
  },
});

const NONE = {
  placed: 0,
  open: 0,
  confirmed: 0,
  in_progress: 0,
  completed: 0,
  cancelled: 0,
  refunded: 0,
};

export function countPlaced(marketplace: string, rows: RowWriter): void {
  rows.upsert(bookingCountsTable, { marketplace }, (counts = { marketplace, ...NONE }) => ({
    ...counts,
    placed: counts.placed + 1,
  }));
}

/**
 * Counts a booking where it will be in place of where it is, so it must be asked for before the
 * booking's own row is changed. No event tells by itself which status it ends.
 */
export function countMoved(
  marketplace: string,
  id: string,
  rows: RowWriter,
  statusAfter: (booking: BookingRow) => BookingStatus,
): void {
  const target = { marketplace };
  rows.reflect(bookingsTable, { id }, bookingCountsTable, target, (booking, counts) => {
    if (counts === undefined) throw new Error("a booking moves that was never counted");
    const before = booking.status;
    const after = statusAfter(booking);
    if (before === after) return counts;
    return { ...counts, [before]: counts[before] - 1, [after]: counts[after] + 1 };
  });
}
