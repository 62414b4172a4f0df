import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import type { BookedLine } from "../../../modules/booking/facts.js";
import type { ListedBooking } from "../../../../projections/bookings/queries.js";
import type { BookingRow } from "../../../../projections/bookings/table.js";
import { meanRating } from "../../../../projections/partners-table.js";
import { BOOKING_STATUSES, documentStatus } from "../vocabulary.js";
import { placeSchema, presentPlace } from "./address.js";

export const statusSchema = z.enum(BOOKING_STATUSES);

export const bookingRefSchema = z.object({
  id: z.uuid(),
  booking_number: z.string(),
  status: z.string(),
  grand_total: z.number(),
  payment_status: z.string(),
  booking_date: z.string(),
  booking_time: z.string(),
});

type Named = Pick<
  BookingRow,
  "id" | "number" | "status" | "total" | "payment_status" | "visit_date" | "visit_time"
>;

export function presentBookingRef(row: Named) {
  return {
    id: row.id,
    booking_number: row.number,
    status: documentStatus(row.status),
    grand_total: toMajor(row.total),
    payment_status: row.payment_status,
    booking_date: row.visit_date,
    booking_time: row.visit_time,
  };
}

export const lineSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  quantity: z.int(),
  unit_price: z.number(),
});

export function presentLine(line: BookedLine) {
  return {
    id: line.serviceId,
    name: line.name,
    quantity: line.quantity,
    unit_price: toMajor(line.unitPrice),
  };
}

const partnerSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string(),
  rating: z.number(),
  status: z.string(),
});

/** The partner who holds the booking; the document prints an accepted offer as "confirmed". */
function presentPartnerOf(row: ListedBooking) {
  if (row.provider_id === null) return null;
  return {
    id: row.provider_id,
    name: row.provider_name ?? "",
    phone: row.provider_phone ?? "",
    rating: meanRating({
      rating_sum: row.provider_rating_sum ?? 0,
      rating_count: row.provider_rating_count ?? 0,
    }),
    status: row.offer_status === "accepted" ? "confirmed" : (row.offer_status ?? "assigned"),
  };
}

export const bookingRowSchema = bookingRefSchema.extend({
  payment_method: z.string(),
  services: z.array(lineSchema),
  partner: partnerSchema.nullable(),
  address: placeSchema,
  created_at: z.string(),
});

/** Assigned to rather than spread, which in lists takes most of the time: thirty times as long. */
export function presentBookingRow(row: ListedBooking) {
  return Object.assign(presentBookingRef(row), {
    payment_method: row.payment_method,
    services: row.lines.map(presentLine),
    partner: presentPartnerOf(row),
    address: presentPlace(row.place),
    created_at: row.created_at,
  });
}
