import type { Minor } from "../../kernel/money.js";
import type {
  GatewayRefundReported,
  PaymentEvent,
  PaymentRequested,
  RefundOrdered,
} from "./events.js";

/** The core's words; `captured` stands for cash that a provider has collected, too. */
export type PaymentStatus = "requested" | "failed" | "captured" | "partially_refunded" | "refunded";

export interface PaymentRefund {
  readonly refundId: string;
  readonly amount: Minor;
  readonly to: "gateway" | "wallet";
  readonly gatewayRefundId: string | null;
  /** `reported`: the gateway made it unasked, and the booking has not granted it yet. */
  readonly status: "reported" | "ordered" | "sent" | "confirmed" | "failed";
  /** The gateway has paid out what is only reported so far. */
  readonly processed: boolean;
  /** Of a confirmed refund of cash. */
  readonly bankReference: string | null;
}

export interface Payment extends PaymentRequested {
  readonly status: PaymentStatus;
  readonly gatewayPaymentId: string | null;
  readonly instrument: string | null;
  /** The gateway's ids of failed tries; a nameless failure leaves its reason. */
  readonly failures: readonly string[];
  /** Oldest first. */
  readonly refunds: readonly PaymentRefund[];
  /** Those that were lost, in the order in which they were. */
  readonly chargebacks: readonly { readonly chargebackId: string; readonly amount: Minor }[];
  /** All confirmed refunds together. */
  readonly refundedInAll: Minor;
}

/** Null until it is requested. */
export type PaymentState = Payment | null;

/** The payment after one more fact. */
export function evolve(state: PaymentState, event: PaymentEvent): PaymentState {
  if (event.type === "PaymentRequested") return requested(event.data);
  if (state === null) throw new Error(`${event.type} stands before the payment was requested`);
  switch (event.type) {
    case "PaymentCaptured": {
      const { gatewayPaymentId, instrument } = event.data;
      return { ...state, status: "captured", gatewayPaymentId, instrument };
    }
    case "InstrumentNamed":
      return { ...state, instrument: event.data.instrument };
    case "PaymentChargedBack": {
      const { chargebackId, amount } = event.data;
      return { ...state, chargebacks: [...state.chargebacks, { chargebackId, amount }] };
    }
    case "PaymentFailed": {
      const { gatewayPaymentId, reason } = event.data;
      const failures = [...state.failures, gatewayPaymentId ?? reason];
      return { ...state, status: "failed", failures };
    }
    case "CashCollected":
    case "PaymentReceived":
      return { ...state, status: "captured" };
    case "RefundOrdered":
      return { ...state, refunds: [...state.refunds, ordered(event.data)] };
    case "GatewayRefundReported":
      return reported(state, event.data);
    case "RefundSent":
      return sent(state, event.data);
    case "RefundConfirmed": {
      const { refundId, refundedInAll, full, bankReference } = event.data;
      const status = full ? "refunded" : "partially_refunded";
      const confirmed = withRefund(state, refundId, { status: "confirmed", bankReference });
      return { ...confirmed, status, refundedInAll };
    }
    case "RefundFailed":
      return withRefund(state, event.data.refundId, { status: "failed" });
  }
}

function requested(data: PaymentRequested): Payment {
  const nothing = { failures: [], refunds: [], chargebacks: [], refundedInAll: 0 };
  return { ...data, ...nothing, status: "requested", gatewayPaymentId: null, instrument: null };
}

function ordered({ refundId, amount, to }: RefundOrdered): PaymentRefund {
  const unknown = { gatewayRefundId: null, bankReference: null };
  return { refundId, amount, to, ...unknown, status: "ordered", processed: false };
}

function reported(payment: Payment, told: GatewayRefundReported): Payment {
  const { refundId, amount, to, gatewayRefundId, processed } = told;
  const others = payment.refunds.filter((refund) => refund.refundId !== refundId);
  const status = "reported" as const;
  const refund = { refundId, amount, to, gatewayRefundId, status, processed, bankReference: null };
  return { ...payment, refunds: [...others, refund] };
}

/** The gateway's id may also be learnt of a refund that is confirmed already. */
function sent(
  payment: Payment,
  { refundId, gatewayRefundId }: Pick<PaymentRefund, "refundId" | "gatewayRefundId">,
): Payment {
  const known = payment.refunds.find((refund) => refund.refundId === refundId);
  const status = known?.status === "confirmed" ? "confirmed" : "sent";
  return withRefund(payment, refundId, { status, gatewayRefundId });
}

function withRefund(
  payment: Payment,
  refundId: string,
  change: Pick<PaymentRefund, "status"> & Partial<PaymentRefund>,
): Payment {
  const refunds = payment.refunds.map((refund) =>
    refund.refundId === refundId ? { ...refund, ...change } : refund,
  );
  return { ...payment, refunds };
}
