import { sum, type Minor } from "../../kernel/money.js";
import { reject } from "../../kernel/rejection.js";
import type { ConfirmRefund, FailRefund } from "./commands.js";
import type { PaymentEvent } from "./events.js";
import type { Outcome } from "./outcome.js";
import { about, unknownRefund } from "./refund-order.js";
import type { Payment, PaymentRefund } from "./state.js";

/**
 * A refund has reached the customer. A later confirmation of a failed one counts, too: what the
 * gateway says last about money that left is true. Refused if it names another amount.
 */
export function confirmRefund(command: ConfirmRefund, payment: Payment): Outcome {
  const { gatewayRefundId } = command;
  const amount = newlyRefunded(command, payment);
  if (amount === 0) return [];
  const refund = meant(payment, command) ?? oldestOpen(payment, command, amount);
  if (refund === undefined) return unknownRefund();
  if (refund.status === "confirmed") return [];
  if (amount !== null && amount !== refund.amount) {
    return reject("conflict", "amount_mismatch", "The gateway refunded another amount.");
  }
  const refundedInAll = payment.refundedInAll + refund.amount;
  const gateway = refund.to === "gateway" ? payment.gateway : null;
  const full = refundedInAll === payment.amount;
  const bankReference = null;
  const data = { ...about(payment, refund), gateway, refundedInAll, full, bankReference };
  const confirmed = { type: "RefundConfirmed", data } as const;
  return [...sentFirst(payment, refund, gatewayRefundId), confirmed];
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

/** The gateway could not refund. Never undoes a confirmation. */
export function failRefund(command: FailRefund, payment: Payment): Outcome {
  const refund = meant(payment, command);
  if (refund === undefined) return unknownRefund();
  if (refund.status === "confirmed" || refund.status === "failed") return [];
  return [{ type: "RefundFailed", data: { ...about(payment, refund), reason: command.reason } }];
}

type Reference = Pick<ConfirmRefund, "refundId" | "gatewayRefundId">;

function meant({ refunds }: Payment, { refundId, gatewayRefundId }: Reference) {
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
      (refund.status === "ordered" || refund.status === "sent") &&
      (gatewayRefundId === null || refund.gatewayRefundId === null) &&
      (amount === null || amount === refund.amount),
  );
}

/** The gateway's id arrived with the confirmation: keep it, so that a replay is recognised. */
function sentFirst(
  payment: Payment,
  refund: PaymentRefund,
  gatewayRefundId: string | null,
): readonly PaymentEvent[] {
  if (gatewayRefundId === null || refund.gatewayRefundId !== null) return [];
  return [{ type: "RefundSent", data: { ...about(payment, refund), gatewayRefundId } }];
}
