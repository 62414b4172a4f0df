import { deriveId } from "../kernel/ids.js";
import type { Minor } from "../kernel/money.js";
import { notRefunded, refunded } from "../modules/booking/held-money.js";
import { chargedBackBefore } from "../modules/payment/charge-back.js";
import { reversalOfSplit } from "../modules/booking/split-reversal.js";
import type { BookingState } from "../modules/booking/state.js";
import type { ReportChargeback } from "../modules/chargeback/chargeback.js";
import type { Payment } from "../modules/payment/state.js";
import type { WebhookReceived } from "../modules/webhook/events.js";
import type { ProcessRules } from "./ports.js";

/** What each of a gateway's events about a dispute says of its standing; others say nothing. */
const STANDINGS: Readonly<Record<string, ReportChargeback["standing"]>> = {
  "payment.dispute.created": "open",
  "payment.dispute.under_review": "open",
  "payment.dispute.action_required": "open",
  "payment.dispute.won": "won",
  "payment.dispute.lost": "lost",
  // Closed without a decision: the gateway has taken nothing (Razorpay, Dispute States).
  "payment.dispute.closed": "won",
};

/** The chargeback over a payment that a gateway's dispute is. */
export function chargebackIdOf(gateway: string, gatewayDisputeId: string): string {
  return deriveId("chargeback", gateway, gatewayDisputeId);
}

/** Whether a webhook tells that a dispute is lost. */
export function tellsOfLoss({ eventType }: WebhookReceived): boolean {
  return STANDINGS[eventType] === "lost";
}

/** The chargeback that a webhook reports; undefined for one that reports none. */
export function reportOfDispute(
  { eventType, dispute, gateway }: WebhookReceived,
  payment: Payment,
  booking: BookingState,
  rules: Pick<ProcessRules, "providersBearChargebacks">,
): ReportChargeback | undefined {
  const standing = STANDINGS[eventType];
  const { gatewayPaymentId, paymentId, bookingId, customerId } = payment;
  if (standing === undefined || dispute === null || gatewayPaymentId === null) return undefined;
  const { gatewayDisputeId, ...told } = dispute;
  const chargebackId = chargebackIdOf(gateway, gatewayDisputeId);
  const about = { chargebackId, gateway, gatewayDisputeId, gatewayPaymentId, paymentId };
  return {
    type: "ReportChargeback",
    opened: { ...about, bookingId, customerId, ...told },
    standing,
    recovery: rules.providersBearChargebacks
      ? recoveryOf(booking, chargedBackBefore(payment, chargebackId), dispute.amount)
      : null,
  };
}

/**
 * The provider's part, were it a refund: nothing before the split, and nothing of what the
 * customer had been given back already, by refunds or by the chargebacks before this one.
 */
function recoveryOf(
  booking: BookingState,
  before: Minor,
  amount: Minor,
): ReportChargeback["recovery"] {
  const providerId = booking?.offers.at(-1)?.providerId;
  if (booking === null || booking.settled === null || providerId === undefined) return null;
  const { split, refundedBefore } = booking.settled;
  const left = Math.min(amount, notRefunded(booking) - before);
  if (left <= 0) return null;
  const legs = reversalOfSplit(split, refunded(booking) - refundedBefore + before, left);
  return { providerId, amount: legs.provider };
}
