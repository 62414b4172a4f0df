import type { Of } from "../../../src/kernel/event.js";
import type { PaymentEvent } from "../../../src/modules/payment/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references } from "../posting.js";

/** Online capture: the gateway has the money, we owe it to the booking. */
export function captured({ data }: Of<PaymentEvent, "PaymentCaptured">) {
  return entry({
    description: "Payment captured",
    currency: data.currency,
    references: references({
      booking: data.bookingId,
      payment: data.paymentId,
      [data.gateway]: data.gatewayPaymentId,
    }),
    lines: [
      debit(account.gatewayClearing(data.gateway), data.amount),
      credit(account.escrow(data.bookingId), data.amount),
    ],
  });
}

/**
 * The money is back with the customer. What was paid in cash no gateway can return: people do,
 * from the bank. A wallet's refund clears where the wallet is credited.
 */
export function refundConfirmed({ data }: Of<PaymentEvent, "RefundConfirmed">) {
  if (data.to === "wallet") return undefined;
  return entry({
    description: "Refund confirmed",
    currency: data.currency,
    references: references({
      booking: data.bookingId,
      payment: data.paymentId,
      refund: data.refundId,
      bank: data.bankReference,
    }),
    lines: [
      debit(account.refundInTransit(data.gateway ?? "bank"), data.amount),
      credit(
        data.gateway === null ? account.bank("main") : account.gatewayClearing(data.gateway),
        data.amount,
      ),
    ],
  });
}
