import type { Minor } from "../../kernel/money.js";
import type { PaymentRequested } from "./events.js";

/** Once a payment; a repeat with the same terms changes nothing. */
export interface RequestPayment extends PaymentRequested {
  readonly type: "RequestPayment";
}

/** As the gateway reports it. The same gateway payment again may only name its instrument. */
export interface RecordCapture {
  readonly type: "RecordCapture";
  readonly gatewayPaymentId: string;
  readonly orderId: string;
  /** Null if the gateway does not say; then it is what was ordered. */
  readonly amount: Minor | null;
  /** The gateway's code; null if it does not say, then it is what was ordered in. */
  readonly currency: string | null;
  readonly instrument: string | null;
}

/** A chargeback over the payment is lost. A repeat changes nothing. */
export interface RecordChargeback {
  readonly type: "RecordChargeback";
  readonly chargebackId: string;
  readonly amount: Minor;
}

/** Never takes a captured payment back; the same failure again changes nothing. */
export interface RecordFailure {
  readonly type: "RecordFailure";
  readonly gatewayPaymentId: string | null;
  readonly reason: string;
}

/** The provider holds the cash. A repeat changes nothing. */
export interface CollectCash {
  readonly type: "CollectCash";
  readonly providerId: string;
}

/** An instalment that its booking has taken. A repeat changes nothing. */
export interface RecordReceipt {
  readonly type: "RecordReceipt";
  readonly number: number;
  readonly transactionId: string;
}

/** A repeat of the same refund id and terms changes nothing. */
export interface OrderRefund {
  readonly type: "OrderRefund";
  readonly refundId: string;
  readonly amount: Minor;
  readonly to: "gateway" | "wallet";
}

/** The gateway has taken the order. A repeat changes nothing. */
export interface RecordRefundSent {
  readonly type: "RecordRefundSent";
  readonly refundId: string;
  readonly gatewayRefundId: string;
}

/**
 * Names a refund by what the sender knows: our id, else the gateway's. Where the gateway's is not
 * known to the payment, or none is named, the oldest unconfirmed refund of that amount whose
 * gateway's id is not known is meant, since a gateway may report a refund before its id has been
 * written down here.
 */
interface RefundReference {
  readonly refundId: string | null;
  readonly gatewayRefundId: string | null;
}

/** The money is with the customer. A repeat changes nothing. */
export interface ConfirmRefund extends RefundReference {
  readonly type: "ConfirmRefund";
  /** What the gateway says was refunded; null if it does not say. */
  readonly amount: Minor | null;
  /** What the gateway has refunded of the payment until now, if that is all that it says. */
  readonly refundedInAll?: Minor | null;
}

/**
 * The gateway tells of one refund by its own id. One that nobody here has ordered is taken in as
 * a fact, as far as the payment has money left. A repeat changes nothing.
 */
export interface ReportRefund extends RefundReference {
  readonly type: "ReportRefund";
  readonly gatewayRefundId: string;
  /** Null if the gateway does not say. */
  readonly amount: Minor | null;
  /** The customer has the money; else the gateway is still at it. */
  readonly processed: boolean;
}

/** Staff gave cash back by a bank transfer. A repeat with the same number changes nothing. */
export interface ConfirmCashRefund {
  readonly type: "ConfirmCashRefund";
  readonly refundId: string;
  readonly bankReference: string;
}

/** Never takes a confirmed refund back; a repeat changes nothing. */
export interface FailRefund extends RefundReference {
  readonly type: "FailRefund";
  readonly reason: string;
}

export type StandingPaymentCommand =
  | RecordCapture
  | RecordChargeback
  | RecordFailure
  | CollectCash
  | RecordReceipt
  | OrderRefund
  | RecordRefundSent
  | ReportRefund
  | ConfirmRefund
  | ConfirmCashRefund
  | FailRefund;

export type PaymentCommand = RequestPayment | StandingPaymentCommand;
