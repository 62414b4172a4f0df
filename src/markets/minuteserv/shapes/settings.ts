import { z } from "zod";

/** Percent, minutes and days, as Get System Settings prints them. */
export const settingsSchema = z.object({
  commission_percentage: z.number(),
  cancellation_fee_percentage: z.number(),
  free_cancellation_minutes: z.int(),
  partner_assignment_timeout: z.int(),
  otp_expiry_minutes: z.int(),
  max_booking_advance_days: z.int(),
});
