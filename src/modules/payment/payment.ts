import { defineAggregate } from "../../kernel/decider.js";
import { reject } from "../../kernel/rejection.js";
import { capture, collectCash, receive, recordFailure } from "./capture.js";
import { confirmCashRefund } from "./cash-refund.js";
import { recordChargeback } from "./charge-back.js";
import type { PaymentCommand, StandingPaymentCommand } from "./commands.js";
import { paymentEvents, type PaymentEvent } from "./events.js";
import type { Outcome } from "./outcome.js";
import { orderRefund, recordSent } from "./refund-order.js";
import { confirmRefund, failRefund } from "./refund-outcome.js";
import { reportRefund } from "./reported-refund.js";
import { request } from "./request.js";
import { evolve, type Payment, type PaymentState } from "./state.js";

function decide(command: PaymentCommand, state: PaymentState): Outcome {
  if (command.type === "RequestPayment") return request(command, state);
  if (state === null) return reject("not_found", "payment_unknown", "There is no such payment.");
  return decideStanding(command, state);
}

function decideStanding(command: StandingPaymentCommand, payment: Payment): Outcome {
  switch (command.type) {
    case "RecordCapture":
      return capture(command, payment);
    case "RecordChargeback":
      return recordChargeback(command, payment);
    case "RecordFailure":
      return recordFailure(command, payment);
    case "CollectCash":
      return collectCash(command, payment);
    case "RecordReceipt":
      return receive(command, payment);
    case "OrderRefund":
      return orderRefund(command, payment);
    case "RecordRefundSent":
      return recordSent(command, payment);
    case "ReportRefund":
      return reportRefund(command, payment);
    case "ConfirmRefund":
      return confirmRefund(command, payment);
    case "ConfirmCashRefund":
      return confirmCashRefund(command, payment);
    case "FailRefund":
      return failRefund(command, payment);
  }
}

/** One stream a payment, `payment-<uuid>`: what the gateway or a provider did with the money. */
export const payments = defineAggregate<PaymentCommand, PaymentState, PaymentEvent>({
  category: "payment",
  events: paymentEvents,
  initial: null,
  decide,
  evolve,
});
