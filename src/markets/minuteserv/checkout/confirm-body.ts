import { z } from "zod";
import { givenId } from "../../../kernel/given-id.js";
import { date, email, phone, text } from "../shapes/fields.js";
import { PAYMENT_METHODS } from "../vocabulary.js";

/** What Confirm Booking is asked with; the policy must be accepted (checkout.12). */
export const confirmBody = z.object({
  preview_id: givenId,
  payment_method: z.enum(PAYMENT_METHODS),
  address_id: givenId,
  booking_date: date,
  booking_time: z.string().max(20),
  customer_name: text(255),
  customer_phone: phone,
  customer_email: email.nullish(),
  cancellation_policy_accepted: z.literal(true, "the cancellation policy must be accepted"),
});

export type Confirmation = z.output<typeof confirmBody>;
