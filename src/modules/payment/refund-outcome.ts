import { sum, type Minor } from "../../kernel/money.js";
import { reject } from "../../kernel/rejection.js";
import type { ConfirmRefund, FailRefund } from "./commands.js";
import type { PaymentEvent } from "./events.js";
import type { Outcome } from "./outcome.js";
import { about, confirmation, unknownRefund } from "./refund-order.js";
import type { Payment, PaymentRefund } from "./state.js";
import { takeInUnasked } from "./unasked-refund.js";

/**
 * A refund has reached the customer. A later confirmation of a failed one counts, too: what the
 * gateway says last about money that left is true. Refused if it names another amount. Of a
 * payment without any refund it tells of one that was made at the gateway; where there are some,
 * and none is meant, nobody can say which it is.
 */
export function confirmRefund(command: ConfirmRefund, payment: Payment): Outcome {
  const { gatewayRefundId } = command;
  const amount = newlyRefunded(command, payment);
  if (amount === 0) return [];
  const refund = meant(payment, command) ?? oldestOpen(payment, command, amount);
  if (refund !== undefined) return confirmed(payment, refund, { amount, gatewayRefundId });
  if (amount === null || payment.refunds.length > 0) return unknownRefund();
  return takeInUnasked(payment, { amount, gatewayRefundId, processed: true });
}

/** The consequence of a report that this refund, of this amount if it names one, is done. */
export function confirmed(
  payment: Payment,
  refund: PaymentRefund,
  told: { readonly amount: Minor | null; readonly gatewayRefundId: string | null },
): Outcome {
  const { amount, gatewayRefundId } = told;
  if (refund.status === "confirmed") return noted(payment, refund, gatewayRefundId);
  if (amount !== null && amount !== refund.amount) {
    return reject("conflict", "amount_mismatch", "The gateway refunded another amount.");
  }
  if (refund.status === "reported") return refund.processed ? [] : processed(payment, refund);
  return [...noted(payment, refund, gatewayRefundId), confirmation(payment, refund)];
}

/** Confirmed once its booking has granted it, since the books set the money aside then. */
function processed(payment: Payment, refund: PaymentRefund): Outcome {
  const { gateway } = payment;
  if (gateway === null) return [];
  const { gatewayRefundId } = refund;
  const data = { ...about(payment, refund), gateway, gatewayRefundId, processed: true };
  return [{ type: "GatewayRefundReported", data }];
}

/**
 * What this report says has gone back; null if it does not say. One that names no refund speaks of
 * the payment: of all that went back of it so far, or with no more than the payment's own amount.
 */
function newlyRefunded(command: ConfirmRefund, payment: Payment): Minor | null {
  const { refundId, gatewayRefundId, amount, refundedInAll = null } = command;
  if (refundId !== null || gatewayRefundId !== null) return amount;
  if (refundedInAll !== null) return Math.max(0, refundedInAll - refundedByGateway(payment));
  return amount === payment.amount ? null : amount;
}

function refundedByGateway({ refunds }: Payment): Minor {
  const back = refunds.filter(({ to, status }) => to === "gateway" && status === "confirmed");
  return sum(back.map(({ amount }) => amount));
}

/** The gateway could not refund. Never undoes a confirmation; too early before it is granted. */
export function failRefund(command: FailRefund, payment: Payment): Outcome {
  const refund = meant(payment, command);
  if (refund === undefined) return unknownRefund();
  if (refund.status === "confirmed" || refund.status === "failed") return [];
  if (refund.status === "reported") {
    return reject("not_found", "refund_not_granted", "The booking has not granted the refund yet.");
  }
  return [{ type: "RefundFailed", data: { ...about(payment, refund), reason: command.reason } }];
}

type Reference = Pick<ConfirmRefund, "refundId" | "gatewayRefundId">;

/** The refund that is named by our id, or else by the gateway's. */
export function meant({ refunds }: Payment, { refundId, gatewayRefundId }: Reference) {
  return (
    refunds.find((refund) => refund.refundId === refundId) ??
    refunds.find((refund) => gatewayRefundId !== null && refund.gatewayRefundId === gatewayRefundId)
  );
}

/**
 * The refund that a report without a known id means: the oldest of its amount under way. A report
 * with the gateway's id means one whose id is not noted yet, and with our id alone none: else its
 * replay would confirm the next refund of that amount.
 */
function oldestOpen(
  { refunds }: Payment,
  { refundId, gatewayRefundId }: Reference,
  amount: number | null,
): PaymentRefund | undefined {
  if (refundId !== null && gatewayRefundId === null) return undefined;
  return refunds.find(
    (refund) =>
      refund.to === "gateway" &&
      (refund.status === "ordered" || refund.status === "sent" || refund.status === "reported") &&
      (gatewayRefundId === null || refund.gatewayRefundId === null) &&
      (amount === null || amount === refund.amount),
  );
}

/** Keeps the gateway's id, so that a replay is recognised; a failed refund's new one, too. */
export function noted(
  payment: Payment,
  refund: PaymentRefund,
  gatewayRefundId: string | null,
): readonly PaymentEvent[] {
  const { gatewayRefundId: known, status } = refund;
  if (gatewayRefundId === null || gatewayRefundId === known || status === "reported") return [];
  if (known !== null && status !== "failed") return [];
  return [{ type: "RefundSent", data: { ...about(payment, refund), gatewayRefundId } }];
}
