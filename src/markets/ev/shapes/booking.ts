import { z } from "zod";
import { toMajorText } from "../../../kernel/money.js";
import type { InstalmentBookingView } from "../../../../projections/instalment-bookings.js";
import { BOOKING_STATUSES, printedStatus } from "../bookings/vocabulary.js";
import { moment, moneyText, momentText } from "./values.js";

export const bookingSchema = z.object({
  id: z.int(),
  user: z.int().nullable(),
  booking_number: z.string(),
  vehicle_model: z.string(),
  vehicle_variant: z.string().nullable(),
  booking_amount: moneyText,
  total_amount: moneyText,
  total_paid: moneyText,
  remaining_amount: moneyText,
  status: z.enum(BOOKING_STATUSES),
  emi_amount: moneyText.nullable(),
  emi_duration_months: z.int().nullable(),
  emi_start_date: z.string().nullable(),
  emi_paid_count: z.int(),
  emi_total_count: z.int(),
  created_at: momentText,
  updated_at: momentText,
});

export function presentBooking(row: InstalmentBookingView) {
  const { emi_amount, emi_count } = row;
  return {
    id: row.serial,
    user: row.customer_number,
    booking_number: row.number,
    vehicle_model: row.vehicle_model,
    vehicle_variant: row.vehicle_variant === "" ? null : row.vehicle_variant,
    booking_amount: toMajorText(row.booking_amount),
    total_amount: toMajorText(row.total),
    total_paid: toMajorText(row.paid),
    remaining_amount: toMajorText(row.total - row.paid),
    status: printedStatus(row.status),
    emi_amount: emi_amount === null ? null : toMajorText(emi_amount),
    emi_duration_months: emi_count,
    emi_start_date: row.emi_starts_on,
    emi_paid_count: paidCount(row),
    emi_total_count: emi_count ?? 0,
    created_at: moment(row.created_at),
    updated_at: moment(row.updated_at),
  };
}

/** Whole instalments that what is paid covers: 1 of 10 once 5,000.00 of 50,000.00 is (EV-A17). */
function paidCount({ emi_amount, emi_count, paid }: InstalmentBookingView): number {
  if (emi_amount === null || emi_count === null) return 0;
  return Math.min(emi_count, Math.floor(paid / emi_amount));
}
