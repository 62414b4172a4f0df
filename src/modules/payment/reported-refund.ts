import type { Minor } from "../../kernel/money.js";
import type { ReportRefund } from "./commands.js";
import type { Outcome } from "./outcome.js";
import { confirmed, meant, noted } from "./refund-outcome.js";
import type { Payment, PaymentRefund } from "./state.js";
import { takeInUnasked } from "./unasked-refund.js";

/**
 * The gateway tells of one refund. It is ours if it names ours, or if it carries out one of its
 * amount that has no id at the gateway yet, or that had failed there. Any other was made unasked.
 */
export function reportRefund(command: ReportRefund, payment: Payment): Outcome {
  const { amount, gatewayRefundId, processed } = command;
  const refund = meant(payment, command) ?? carriedOut(payment, amount);
  if (refund === undefined) return takeInUnasked(payment, command);
  if (processed) return confirmed(payment, refund, { amount, gatewayRefundId });
  return noted(payment, refund, gatewayRefundId);
}

/** A refund that has an id of the gateway's own is that one and no other, unless it failed. */
function carriedOut({ refunds }: Payment, amount: Minor | null): PaymentRefund | undefined {
  const same = refunds.filter((refund) => refund.to === "gateway" && refund.amount === amount);
  const nameless = same.filter((refund) => refund.gatewayRefundId === null);
  return (
    nameless.find(({ status }) => status !== "confirmed" && status !== "failed") ??
    same.find(({ status }) => status === "failed") ??
    nameless[0]
  );
}
