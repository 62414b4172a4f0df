import { reject } from "../../kernel/rejection.js";
import type { CollectCash, RecordCapture, RecordFailure, RecordReceipt } from "./commands.js";
import type { Outcome } from "./outcome.js";
import type { Payment } from "./state.js";

/**
 * The gateway has the money. A failed payment may still be captured on its order; another order,
 * amount or currency or a second gateway payment is refused for people to look at (Minuteserv,
 * Payment Webhook Handler and Payment Reconciliation). The same payment told again completes what
 * was not known of it: a signature proves a payment, but not how it was made.
 */
export function capture(command: RecordCapture, payment: Payment): Outcome {
  const { gatewayPaymentId, orderId, instrument } = command;
  const { gateway, paymentId, bookingId, customerId, amount, currency } = payment;
  if (payment.method === "cash" || gateway === null) {
    return reject("conflict", "not_online", "The booking is paid in cash.");
  }
  const asOrdered =
    (command.amount ?? amount) === amount && (command.currency ?? currency) === currency;
  if (orderId !== payment.orderId || !asOrdered) {
    return reject("conflict", "amount_mismatch", "The captured payment is not what was ordered.");
  }
  if (payment.gatewayPaymentId === gatewayPaymentId) return nameInstrument(command, payment);
  if (isCaptured(payment)) {
    return reject("conflict", "already_captured", "The order is paid by another payment already.");
  }
  const about = { paymentId, bookingId, customerId, amount, currency };
  const data = { ...about, gateway, orderId, gatewayPaymentId, instrument };
  return [{ type: "PaymentCaptured", data }];
}

function nameInstrument({ instrument }: RecordCapture, payment: Payment): Outcome {
  if (instrument === null || payment.instrument !== null) return [];
  const { paymentId, bookingId, customerId } = payment;
  return [{ type: "InstrumentNamed", data: { paymentId, bookingId, customerId, instrument } }];
}

/** A try that failed; the customer may try again on the same order. Never undoes a capture. */
export function recordFailure(command: RecordFailure, payment: Payment): Outcome {
  const { gatewayPaymentId, reason } = command;
  if (isCaptured(payment)) return [];
  if (payment.failures.includes(gatewayPaymentId ?? reason)) return [];
  const { paymentId, bookingId, customerId } = payment;
  const data = { paymentId, bookingId, customerId, gatewayPaymentId, reason };
  return [{ type: "PaymentFailed", data }];
}

/** The provider took the cash at the door (Minuteserv, Cash Payment). Refused for online ones. */
export function collectCash({ providerId }: CollectCash, payment: Payment): Outcome {
  if (payment.method !== "cash") {
    return reject("conflict", "not_cash", "The booking is paid online.");
  }
  if (isCaptured(payment)) return [];
  const { paymentId, bookingId, customerId, amount, currency } = payment;
  const data = { paymentId, bookingId, customerId, amount, currency, providerId };
  return [{ type: "CashCollected", data }];
}

/** An instalment is money that its booking has taken already; refused for a gateway's payment. */
export function receive({ number, transactionId }: RecordReceipt, payment: Payment): Outcome {
  if (payment.gateway !== null) {
    return reject("conflict", "not_instalment", "The gateway tells when this payment is made.");
  }
  if (isCaptured(payment)) return [];
  const { paymentId, bookingId, customerId, amount, currency, method } = payment;
  const about = { paymentId, bookingId, customerId, amount, currency, method };
  return [{ type: "PaymentReceived", data: { ...about, number, transactionId } }];
}

/** Whether the customer's money has arrived at all, however much of it went back since. */
export function isCaptured({ status }: Payment): boolean {
  return status !== "requested" && status !== "failed";
}
