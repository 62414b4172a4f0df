import { deriveId } from "../../kernel/ids.js";
import type { Minor } from "../../kernel/money.js";
import { reject } from "../../kernel/rejection.js";
import { isCaptured } from "./capture.js";
import type { GatewayRefundReported } from "./events.js";
import type { Outcome } from "./outcome.js";
import { about, leftToRefund, outOfRange } from "./refund-order.js";
import type { Payment } from "./state.js";

type Told = Pick<GatewayRefundReported, "gatewayRefundId" | "processed"> & {
  readonly amount: Minor | null;
};

/**
 * A refund that staff made in the gateway's own dashboard: the money is gone, so it is taken in as
 * a fact. Refused beyond what the payment has left, for people to look at.
 *
 * @param told without the gateway's id only for the first refund of a payment
 */
export function takeInUnasked(payment: Payment, told: Told): Outcome {
  const { gateway, paymentId } = payment;
  const { gatewayRefundId, amount, processed } = told;
  if (gateway === null) {
    return reject("conflict", "not_online", "No gateway has the payment's money.");
  }
  if (!isCaptured(payment)) {
    return reject("not_found", "not_captured", "There is no money to refund.");
  }
  if (amount === null || amount <= 0 || amount > leftToRefund(payment)) return outOfRange();
  const named = gatewayRefundId === null ? paymentId : `${gateway}/${gatewayRefundId}`;
  const refundId = deriveId("unasked-refund", named);
  const refund = about(payment, { refundId, amount, to: "gateway" });
  const data = { ...refund, gateway, gatewayRefundId, processed };
  return [{ type: "GatewayRefundReported", data }];
}
