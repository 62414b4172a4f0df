import { reject } from "../../kernel/rejection.js";
import type { ApplyPayment } from "./commands.js";
import { refuseUnlessPossible } from "./lifecycle.js";
import type { Outcome } from "./outcome.js";
import type { VisitBooking } from "./state.js";

/**
 * Opens a booking for assignment once its money is there (Minuteserv, Payment Flow). Money for
 * a booking that was cancelled meanwhile goes straight back. Changes nothing once it is applied;
 * refuses another payment and another amount than the booking's own.
 */
export function applyPayment(command: ApplyPayment, booking: VisitBooking): Outcome {
  const { bookingId, customerId, payment, pricing } = booking;
  const { paymentId, amount, currency, refundId } = command;
  if (payment.method === "cash" || payment.paymentId !== paymentId) {
    return reject("conflict", "other_payment", "The booking is paid in another way.");
  }
  if (amount !== pricing.total || currency !== pricing.currency) {
    return reject("conflict", "amount_mismatch", "The payment is not the booking's total.");
  }
  if (booking.paid !== null) return [];
  const paid = { paymentId, amount, currency };
  if (booking.status === "cancelled") {
    const data = { bookingId, customerId, refundId, ...paid, gateway: payment.gateway };
    return [{ type: "LatePaymentReturned", data }];
  }
  return (
    refuseUnlessPossible(booking, "BookingPaid") ?? [
      { type: "BookingPaid", data: { bookingId, ...paid } },
      { type: "BookingOpenedForAssignment", data: { bookingId } },
    ]
  );
}
