import { z } from "zod";
import { toMajorText } from "../../../kernel/money.js";
import type { InstalmentPaymentView } from "../../../../projections/instalment-payments.js";
import type { InstalmentPaid } from "../../../modules/booking/events.js";
import { PAYMENT_METHODS, printedMethod } from "../bookings/vocabulary.js";
import { moment, moneyText, momentText } from "./values.js";

export const paymentSchema = z.object({
  id: z.int(),
  booking: z.int(),
  booking_number: z.string(),
  user: z.int().nullable(),
  amount: moneyText,
  payment_method: z.enum(PAYMENT_METHODS),
  status: z.enum(["completed", "refunded"]),
  transaction_id: z.string().nullable(),
  payment_date: momentText,
});

/** What a cancelled booking had been paid went back to the wallet. */
export function presentPayment(row: InstalmentPaymentView) {
  return {
    id: row.number,
    booking: row.booking_serial,
    booking_number: row.booking_number,
    user: row.customer_number,
    amount: toMajorText(row.amount),
    payment_method: printedMethod(row.method),
    status: row.booking_status === "cancelled" ? "refunded" : "completed",
    transaction_id: row.transaction_id,
    payment_date: moment(row.created_at),
  };
}

/** The same of a payment that has just been made, by its own event. */
export function presentMadePayment(paid: InstalmentPaid, user: number | null, at: string) {
  return {
    id: paid.paymentNumber,
    booking: paid.serial,
    booking_number: paid.number,
    user,
    amount: toMajorText(paid.amount),
    payment_method: printedMethod(paid.method),
    status: "completed",
    transaction_id: paid.transactionId,
    payment_date: moment(at),
  };
}
