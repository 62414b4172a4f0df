import { isRejection, reject, rejectFields, type Rejection } from "../../kernel/rejection.js";
import type { GrantRefund } from "./commands.js";
import type { RefundLegs } from "./facts.js";
import { coveringChargeback } from "./charge-back.js";
import { chargedBack, refunded, returnable } from "./held-money.js";
import { refuseUnlessPossible } from "./lifecycle.js";
import { liveOffer, named } from "./live-offer.js";
import type { Outcome } from "./outcome.js";
import { reversalOfSplit } from "./split-reversal.js";
import type { Booking, VisitBooking } from "./state.js";

/**
 * Gives back part or all of what is left of the customer's money (Minuteserv, Refund Payment).
 *
 * Refused where nothing was paid, and above what is left; what a lost chargeback has taken is not
 * left: the customer's bank has given it back. A full refund ends the booking as
 * `refunded`, with its live offer; a cancelled booking stays cancelled.
 */
export function grantRefund(command: GrantRefund, booking: VisitBooking): Outcome {
  const { refundId, amount, refundTo, reason, notes } = command;
  const earlier = booking.refunds.find((granted) => granted.refundId === refundId);
  if (earlier !== undefined) {
    return earlier.amount === amount
      ? []
      : reject("conflict", "refund_id_used", "This refund id is used already.");
  }
  const refusal = refuseAmount(booking, amount);
  if (isRejection(refusal)) return refusal;
  const { bookingId, customerId, pricing, payment } = booking;
  const providerId = liveOffer(booking)?.providerId ?? settledProvider(booking);
  const about = { bookingId, refundId, paymentId: payment.paymentId, customerId, providerId };
  const full = amount === returnable(booking);
  const legs = legsOf(booking, amount);
  const { gateway } = payment;
  const money = { amount, currency: pricing.currency, refundTo, gateway, legs, full };
  const granted = { type: "RefundGranted", data: { ...about, ...money, reason, notes } } as const;
  if (!full || legs.escrow === 0) return [granted];
  const covered = coveringChargeback(booking, amount);
  const live = liveOffer(booking);
  if (live === undefined) return [granted, ...covered];
  const withdrawal = { ...named(booking, live), reason: "refunded" };
  return [{ type: "OfferWithdrawn", data: withdrawal }, granted, ...covered];
}

function refuseAmount(booking: Booking, amount: number): Rejection | undefined {
  if (booking.paid === null) {
    return reject("conflict", "nothing_paid", "Nothing was paid for this booking.");
  }
  if (returnable(booking) === 0 && chargedBack(booking) > 0) {
    const message = "A lost chargeback has given this money back already.";
    return reject("conflict", "charged_back", message);
  }
  if (amount <= 0 || amount > returnable(booking)) {
    const message = "must be above zero and at most what is left to refund";
    return rejectFields("refund_out_of_range", [{ field: "amount", message }]);
  }
  return refuseUnlessPossible(booking, "RefundGranted");
}

/** Whose money it is that goes back: held in escrow, kept as a fee, or split at completion. */
function legsOf(booking: Booking, amount: number): RefundLegs {
  const none: RefundLegs = { escrow: 0, fee: 0, provider: 0, commission: 0, tax: 0 };
  if (booking.settled !== null) {
    const { split, refundedBefore } = booking.settled;
    const already = refunded(booking) - refundedBefore + chargedBack(booking);
    return { ...none, ...reversalOfSplit(split, already, amount) };
  }
  return booking.status === "cancelled" ? { ...none, fee: amount } : { ...none, escrow: amount };
}

function settledProvider(booking: Booking): string | null {
  return booking.settled === null ? null : (booking.offers.at(-1)?.providerId ?? null);
}
