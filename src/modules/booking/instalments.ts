import { valueOf } from "../../kernel/id-map.js";
import type { Minor } from "../../kernel/money.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { PayInstalment } from "./commands.js";
import type { BookingEvent } from "./events.js";
import { refuseUnlessPossible } from "./lifecycle.js";
import type { Outcome } from "./outcome.js";
import type { InstalmentBooking } from "./state.js";

/** What is still to be paid. */
function remainingOf({ pricing, paid }: InstalmentBooking): Minor {
  return pricing.total - (paid ?? 0);
}

/**
 * Takes one instalment: the booking's own stream is the arbiter, so that no two payments together
 * exceed the total. It is confirmed at its threshold and completed once all is paid (EV
 * Distribution, Make Payment for Booking: "Payment automatically updates booking status").
 * Refused above what remains, and once the booking is completed or cancelled.
 */
export function payInstalment(command: PayInstalment, booking: InstalmentBooking): Outcome {
  const { type: _type, ...payment } = command;
  const before = valueOf(booking.paidBy, payment.paymentId);
  if (before !== undefined) {
    if (before === payment.amount) return [];
    return reject("conflict", "payment_id_used", "This payment id is used already.");
  }
  const refusal =
    refuseUnlessPossible(booking, "InstalmentPaid") ?? refuseAmount(payment.amount, booking);
  if (refusal !== undefined) return refusal;
  const { bookingId, number, serial, customerId, pricing, instalments } = booking;
  const { total, currency } = pricing;
  const about = { bookingId, number, customerId };
  const paidInAll = (booking.paid ?? 0) + payment.amount;
  const remaining = total - paidInAll;
  const { activateAt } = instalments;
  const data = { ...about, serial, ...payment, currency, paidInAll, remaining, activateAt };
  const events: BookingEvent[] = [{ type: "InstalmentPaid", data }];
  if (booking.status === "placed" && paidInAll >= instalments.confirmAt) {
    events.push({ type: "BookingConfirmedByPayment", data: about });
  }
  if (remaining === 0) {
    events.push({ type: "BookingPaidOff", data: { ...about, total, currency } });
  }
  return events;
}

function refuseAmount(amount: Minor, booking: InstalmentBooking): Rejection | undefined {
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    return reject("invalid", "amount_not_positive", "The amount must be above zero.");
  }
  if (amount <= remainingOf(booking)) return undefined;
  return reject("invalid", "amount_exceeds_remaining", "Amount exceeds remaining amount");
}
