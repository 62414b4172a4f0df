import { sum } from "../../kernel/money.js";
import { reject, rejectFields } from "../../kernel/rejection.js";
import { isCaptured } from "./capture.js";
import type { OrderRefund, RecordRefundSent } from "./commands.js";
import type { Outcome } from "./outcome.js";
import type { Payment, PaymentRefund } from "./state.js";

/**
 * Orders a refund. Too early before the money is here; refused above what refunds and lost
 * chargebacks have left of it. A failed refund still counts: people see to it at the gateway, whose
 * confirmation then closes it.
 */
export function orderRefund({ refundId, amount, to }: OrderRefund, payment: Payment): Outcome {
  const earlier = payment.refunds.find((refund) => refund.refundId === refundId);
  if (earlier !== undefined) {
    return earlier.amount === amount && earlier.to === to
      ? []
      : reject("conflict", "refund_id_used", "This refund id is used already.");
  }
  if (!isCaptured(payment)) {
    return reject("not_found", "not_captured", "There is no money to refund.");
  }
  const gone = [...payment.refunds, ...payment.chargebacks].map((part) => part.amount);
  const left = payment.amount - sum(gone);
  if (amount <= 0 || amount > left) {
    const message = "must be above zero and at most what is left to refund";
    return rejectFields("refund_out_of_range", [{ field: "amount", message }]);
  }
  // Cash and wallet refunds have no gateway; people or the wallet carry them out.
  const gateway = to === "gateway" ? payment.gateway : null;
  const gatewayPaymentId = to === "gateway" ? payment.gatewayPaymentId : null;
  const order = about(payment, { refundId, amount, to });
  return [{ type: "RefundOrdered", data: { ...order, gateway, gatewayPaymentId } }];
}

/** Notes the gateway's id of a refund. Nothing once it is sent or settled. */
export function recordSent(command: RecordRefundSent, payment: Payment): Outcome {
  const { refundId, gatewayRefundId } = command;
  const refund = payment.refunds.find((known) => known.refundId === refundId);
  if (refund === undefined) return unknownRefund();
  if (refund.status !== "ordered") return [];
  return [{ type: "RefundSent", data: { ...about(payment, refund), gatewayRefundId } }];
}

export function unknownRefund() {
  return reject("not_found", "refund_unknown", "There is no such refund.");
}

/** What every event of a refund tells. */
export function about(payment: Payment, refund: Pick<PaymentRefund, "refundId" | "amount" | "to">) {
  const { paymentId, bookingId, customerId, currency } = payment;
  const { refundId, amount, to } = refund;
  return { paymentId, bookingId, customerId, currency, refundId, amount, to };
}
