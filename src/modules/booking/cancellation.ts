import { MINUTE } from "../../kernel/clock.js";
import { percentOf, type Minor } from "../../kernel/money.js";
import { reject, rejectFields, type Rejection } from "../../kernel/rejection.js";
import type { CancelBooking, CancellationPolicy } from "./commands.js";
import { coveringChargeback } from "./charge-back.js";
import { returnable } from "./held-money.js";
import { refuseUnlessPossible, wrongStatus } from "./lifecycle.js";
import { liveOffer } from "./live-offer.js";
import type { Outcome } from "./outcome.js";
import type { Booking } from "./state.js";

/**
 * Cancels the booking and its live offer. What is held of the customer's money goes back less
 * the fee; staff may name the refund themselves, up to what is held. What a lost chargeback took
 * is not held for the customer any more: it covers the loss.
 */
export function cancel(command: CancelBooking, booking: Booking): Outcome {
  const { by, reason, at, policy, refundAmount, refundId, refundTo } = command;
  const refusal = refuseUnlessPossible(booking, "BookingCancelled");
  if (refusal !== undefined) return refusal;
  if (!policy.cancellableFrom.includes(booking.status)) return wrongStatus(booking);
  const paid = returnable(booking);
  const refund = refundAmount ?? paid - feeOf(booking, policy, at);
  const fault = refuseRefund(booking, refund, refundId);
  if (fault !== undefined) return fault;
  const live = liveOffer(booking);
  const { bookingId, number, customerId, payment, pricing } = booking;
  const { paymentId, gateway } = payment ?? { paymentId: null, gateway: null };
  const provider = {
    providerId: live?.providerId ?? null,
    offerAccepted: live !== undefined && live.status !== "assigned",
  };
  const about = { bookingId, number, customerId, ...provider, paymentId, by, reason };
  const money = { currency: pricing.currency, paid, fee: paid - refund, refund, refundTo };
  const data = { ...about, ...money, gateway, refundId: refund > 0 ? refundId : null };
  return [{ type: "BookingCancelled", data }, ...coveringChargeback(booking, paid)];
}

/**
 * The fee that cancelling costs: none in the free window, which counts from placing and includes
 * its last instant, then a percentage of the total (Minuteserv, Settings:
 * `free_cancellation_minutes`, `cancellation_fee_percentage`). Never more than is held, so that
 * an unpaid or cash booking costs nothing.
 */
function feeOf(booking: Booking, policy: CancellationPolicy, at: string): Minor {
  const age = Date.parse(at) - Date.parse(booking.placedAt);
  if (age <= policy.freeMinutes * MINUTE) return 0;
  return Math.min(percentOf(booking.pricing.total, policy.feePercent), returnable(booking));
}

function refuseRefund(booking: Booking, refund: Minor, refundId: string): Rejection | undefined {
  if (refund < 0 || refund > returnable(booking)) {
    const message = "must lie between nothing and what was paid";
    return rejectFields("refund_out_of_range", [{ field: "refund_amount", message }]);
  }
  if (booking.refunds.some((granted) => granted.refundId === refundId)) {
    return reject("conflict", "refund_id_used", "This refund id is used already.");
  }
  return undefined;
}
