import { z } from "zod";
import { toMajorText } from "../../../kernel/money.js";
import { emiOf } from "../../../modules/booking/emi.js";
import type { Emi } from "../../../modules/booking/facts.js";
import { DEAREST_VEHICLE, MINIMUM_BOOKING_AMOUNT } from "../policy.js";
import { date, optionalText, rupeesFrom, someRupees, text, wholeNumber } from "../shapes/fields.js";

const TOO_LITTLE = "Minimum booking amount is ₹500";
const TOO_DEAR = `Ensure this value is less than or equal to ${toMajorText(DEAREST_VEHICLE)}.`;

/** A hundred years of them: fewer than that, and nobody means it. */
const MOST_INSTALMENTS = 1_200;

/** Create Booking; the three details of the EMI are optional, each by itself. */
export const createBookingBody = z
  .object({
    vehicle_model: text(100),
    vehicle_variant: optionalText(100),
    booking_amount: rupeesFrom(MINIMUM_BOOKING_AMOUNT, TOO_LITTLE),
    total_amount: someRupees.refine((amount) => amount <= DEAREST_VEHICLE, TOO_DEAR),
    emi_amount: someRupees.nullish(),
    emi_duration_months: wholeNumber(1, 120).nullish(),
    emi_start_date: date.nullish(),
  })
  .superRefine((body, context) => {
    const { booking_amount, total_amount, emi_amount } = body;
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (total_amount < booking_amount) {
      const least = toMajorText(booking_amount);
      refuse("total_amount", `Ensure this value is greater than or equal to ${least}.`);
    }
    if (emi_amount !== null && emi_amount !== undefined && emi_amount > total_amount) {
      const most = toMajorText(total_amount);
      refuse("emi_amount", `Ensure this value is less than or equal to ${most}.`);
    }
    if ((emiAgreed(body)?.count ?? 0) > MOST_INSTALMENTS) {
      const least = toMajorText(Math.ceil(total_amount / MOST_INSTALMENTS));
      refuse("emi_amount", `Ensure this value is greater than or equal to ${least}.`);
    }
  });

/** The instalments that the form agrees on; null where it names none. */
export function emiAgreed(body: z.output<typeof createBookingBody>): Emi | null {
  return emiOf(body.total_amount, {
    amount: body.emi_amount ?? null,
    count: body.emi_duration_months ?? null,
    startsOn: body.emi_start_date ?? null,
  });
}
