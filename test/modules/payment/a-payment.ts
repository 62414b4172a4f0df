import type {
  PaymentCaptured,
  PaymentEvent,
  PaymentRequested,
} from "../../../src/modules/payment/events.js";

const about = { paymentId: "p", bookingId: "b", customerId: "c" } as const;
const money = { amount: 177_120, currency: "INR" } as const;

export const terms: PaymentRequested = {
  ...about,
  ...money,
  method: "online",
  gateway: "razorpay",
  orderId: "order_1",
  receipt: "BK-20240120-123456",
};
export const cashTerms: PaymentRequested = {
  ...terms,
  method: "cash",
  gateway: null,
  orderId: null,
};
export const requested: PaymentEvent = { type: "PaymentRequested", data: terms };
export const requestedInCash: PaymentEvent = { type: "PaymentRequested", data: cashTerms };

const capture: PaymentCaptured = {
  ...about,
  ...money,
  gateway: "razorpay",
  orderId: "order_1",
  gatewayPaymentId: "pay_1",
  instrument: "upi",
};
export const captured: PaymentEvent = { type: "PaymentCaptured", data: capture };
export const failed: PaymentEvent = {
  type: "PaymentFailed",
  data: { ...about, gatewayPaymentId: "pay_0", reason: "declined" },
};
export const collected: PaymentEvent = {
  type: "CashCollected",
  data: { ...about, ...money, providerId: "provider" },
};

type To = "gateway" | "wallet";

/** What every event of a refund tells. */
export function refund(refundId: string, amount: number, to: To) {
  return { ...about, currency: "INR", refundId, amount, to } as const;
}

export function ordered(refundId: string, amount: number, to: To = "gateway"): PaymentEvent {
  const by = to === "gateway" ? "razorpay" : null;
  const gatewayPaymentId = to === "gateway" ? "pay_1" : null;
  const data = { ...refund(refundId, amount, to), gateway: by, gatewayPaymentId } as const;
  return { type: "RefundOrdered", data };
}

export function sent(refundId: string, amount: number, gatewayRefundId: string): PaymentEvent {
  const data = { ...refund(refundId, amount, "gateway"), gatewayRefundId };
  return { type: "RefundSent", data };
}

export function confirmed(
  refundId: string,
  amount: number,
  refundedInAll: number,
  to: To = "gateway",
): PaymentEvent {
  const gateway = to === "gateway" ? "razorpay" : null;
  const full = refundedInAll === 177_120;
  const money = { gateway, refundedInAll, full, bankReference: null } as const;
  return { type: "RefundConfirmed", data: { ...refund(refundId, amount, to), ...money } };
}

export function refundFailed(refundId: string, amount: number): PaymentEvent {
  const data = { ...refund(refundId, amount, "gateway"), reason: "bank" };
  return { type: "RefundFailed", data };
}

export function reported(
  refundId: string,
  amount: number,
  gatewayRefundId: string | null,
  processed: boolean,
): PaymentEvent {
  const told = { gateway: "razorpay", gatewayRefundId, processed } as const;
  return {
    type: "GatewayRefundReported",
    data: { ...refund(refundId, amount, "gateway"), ...told },
  };
}
