import { reject } from "../../kernel/rejection.js";
import type { ConfirmCashRefund } from "./commands.js";
import type { Outcome } from "./outcome.js";
import { about, unknownRefund } from "./refund-order.js";
import type { Payment } from "./state.js";

/**
 * Staff have transferred what a customer had paid in cash: no gateway confirms it, so the bank's
 * number of the transfer does. Refused for what a gateway or the wallet gives back, and under
 * another number than before.
 */
export function confirmCashRefund(command: ConfirmCashRefund, payment: Payment): Outcome {
  const { refundId, bankReference } = command;
  const refund = payment.refunds.find((known) => known.refundId === refundId);
  if (refund === undefined) return unknownRefund();
  if (payment.gateway !== null || refund.to === "wallet") {
    return reject("conflict", "refund_not_by_hand", "This refund is confirmed by its gateway.");
  }
  if (refund.status === "confirmed") {
    if (refund.bankReference === bankReference) return [];
    return reject("conflict", "refund_confirmed", "The refund is confirmed already.");
  }
  const refundedInAll = payment.refundedInAll + refund.amount;
  const full = refundedInAll === payment.amount;
  const data = { ...about(payment, refund), gateway: null, refundedInAll, full, bankReference };
  return [{ type: "RefundConfirmed", data }];
}
