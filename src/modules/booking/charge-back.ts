import type { Minor } from "../../kernel/money.js";
import type { NoteChargeback } from "./commands.js";
import type { BookingEvent } from "./events.js";
import { chargedBack, notRefunded } from "./held-money.js";
import type { Outcome } from "./outcome.js";
import type { Booking, VisitBooking } from "./state.js";

/**
 * Notes what a lost chargeback has taken, in whatever status: from now on it counts as given back.
 * Changes nothing a second time.
 */
export function noteChargeback(command: NoteChargeback, booking: VisitBooking): Outcome {
  const { chargebackId, amount } = command;
  if (booking.chargebacks.some((known) => known.chargebackId === chargebackId)) return [];
  const { bookingId, payment, pricing } = booking;
  const about = { bookingId, paymentId: payment.paymentId, chargebackId };
  return [{ type: "BookingChargedBack", data: { ...about, amount, currency: pricing.currency } }];
}

/**
 * Where a booking ends whose money is held still, what a chargeback took of it is nobody's to give
 * back: it makes good the loss that the chargeback was, and leaves nothing held.
 *
 * @param leaves minor units that go back to the customer or are kept as a fee
 */
export function coveringChargeback(booking: Booking, leaves: Minor): readonly BookingEvent[] {
  const { bookingId, payment, pricing } = booking;
  const amount = notRefunded(booking) - leaves;
  if (payment === null || amount <= 0 || chargedBack(booking) === 0) return [];
  const { paymentId } = payment;
  const data = { bookingId, paymentId, amount, currency: pricing.currency };
  return [{ type: "ChargebackCovered", data }];
}
