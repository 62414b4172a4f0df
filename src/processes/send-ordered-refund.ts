import { deriveId } from "../kernel/ids.js";
import { defineProcess, send } from "../kernel/process.js";
import type { PaymentEvent, RefundOrdered } from "../modules/payment/events.js";
import { payments } from "../modules/payment/payment.js";
import type { PaymentState } from "../modules/payment/state.js";
import { wallets } from "../modules/wallet/wallet.js";
import type { Ports } from "./ports.js";

/**
 * An ordered refund goes to the gateway, or into the customer's wallet where it arrives at once.
 * The gateway knows the refund by our id, so a second delivery orders nothing twice.
 */
export const sendOrderedRefund = defineProcess<PaymentEvent, Ports>({
  name: "send-ordered-refund",
  on: {
    RefundOrdered: async ({ data }, { commands, gateway }) => {
      if (data.to === "wallet") return creditWallet(data);
      if (data.gatewayPaymentId === null) return [];
      const payment = await commands.load(payments, data.paymentId);
      if (isCarriedOut(payment, data.refundId)) return [];
      const { refundId, paymentId, amount, gatewayPaymentId } = data;
      const sent = await gateway.refund({
        reference: refundId,
        paymentId: gatewayPaymentId,
        amount,
      });
      const gatewayRefundId = sent.refundId;
      return [send(payments, paymentId, { type: "RecordRefundSent", refundId, gatewayRefundId })];
    },
  },
});

/** While the gateway was out of reach for us, staff may have made the refund there by hand. */
function isCarriedOut(payment: PaymentState, refundId: string): boolean {
  const refund = payment?.refunds.find((known) => known.refundId === refundId);
  return refund !== undefined && refund.status !== "ordered";
}

function creditWallet(data: RefundOrdered) {
  const { refundId, paymentId, customerId, bookingId, amount, currency } = data;
  const walletId = deriveId("wallet", customerId);
  return [
    send(wallets, walletId, {
      type: "CreditWallet",
      walletId,
      ownerId: customerId,
      currency,
      transactionId: refundId,
      amount,
      kind: "refund",
      reference: { type: "booking", number: null, id: bookingId },
    }),
    send(payments, paymentId, {
      type: "ConfirmRefund",
      refundId,
      gatewayRefundId: null,
      amount,
    }),
  ];
}
