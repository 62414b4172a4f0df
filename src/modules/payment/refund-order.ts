import { sum, type Minor } from "../../kernel/money.js";
import { reject, rejectFields, type Rejection } from "../../kernel/rejection.js";
import { isCaptured } from "./capture.js";
import type { OrderRefund, RecordRefundSent } from "./commands.js";
import type { PaymentEvent } from "./events.js";
import type { Outcome } from "./outcome.js";
import type { Payment, PaymentRefund } from "./state.js";

/**
 * Orders a refund. Too early before the money is here; refused above what refunds and lost
 * chargebacks have left of it. A failed refund still counts: people see to it at the gateway, whose
 * confirmation then closes it. What the gateway has refunded unasked is not ordered once more:
 * granted, it stands as the gateway has told it.
 */
export function orderRefund({ refundId, amount, to }: OrderRefund, payment: Payment): Outcome {
  const earlier = payment.refunds.find((refund) => refund.refundId === refundId);
  if (earlier !== undefined) {
    if (earlier.amount !== amount || earlier.to !== to) {
      return reject("conflict", "refund_id_used", "This refund id is used already.");
    }
    return earlier.status === "reported" ? asGatewayHasIt(payment, earlier) : [];
  }
  if (!isCaptured(payment)) {
    return reject("not_found", "not_captured", "There is no money to refund.");
  }
  if (amount <= 0 || amount > leftToRefund(payment)) return outOfRange();
  // Cash and wallet refunds have no gateway; people or the wallet carry them out.
  const gateway = to === "gateway" ? payment.gateway : null;
  const gatewayPaymentId = to === "gateway" ? payment.gatewayPaymentId : null;
  const order = about(payment, { refundId, amount, to });
  return [{ type: "RefundOrdered", data: { ...order, gateway, gatewayPaymentId } }];
}

/** What neither a refund, failed ones included, nor a lost chargeback has taken of the payment. */
export function leftToRefund({ amount, refunds, chargebacks }: Payment): Minor {
  return amount - sum([...refunds, ...chargebacks].map((part) => part.amount));
}

export function outOfRange(): Rejection {
  const message = "must be above zero and at most what is left to refund";
  return rejectFields("refund_out_of_range", [{ field: "amount", message }]);
}

/** Only once it is granted: until then the books have not set the money aside. */
function asGatewayHasIt(payment: Payment, refund: PaymentRefund): Outcome {
  if (refund.processed) return [confirmation(payment, refund)];
  const { gatewayRefundId } = refund;
  if (gatewayRefundId === null) return [];
  return [{ type: "RefundSent", data: { ...about(payment, refund), gatewayRefundId } }];
}

/** Notes the gateway's id of a refund. Nothing once an id is known, or it has failed. */
export function recordSent(command: RecordRefundSent, payment: Payment): Outcome {
  const { refundId, gatewayRefundId } = command;
  const refund = payment.refunds.find((known) => known.refundId === refundId);
  if (refund === undefined) return unknownRefund();
  if (refund.gatewayRefundId !== null || refund.status === "failed") return [];
  return [{ type: "RefundSent", data: { ...about(payment, refund), gatewayRefundId } }];
}

/** The refund has reached the customer. */
export function confirmation(payment: Payment, refund: PaymentRefund): PaymentEvent {
  const refundedInAll = payment.refundedInAll + refund.amount;
  const gateway = refund.to === "gateway" ? payment.gateway : null;
  const full = refundedInAll === payment.amount;
  const data = { ...about(payment, refund), gateway, refundedInAll, full, bankReference: null };
  return { type: "RefundConfirmed", data };
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
