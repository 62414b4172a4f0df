import type { Of } from "../../../src/kernel/event.js";
import type { BookingEvent, RefundGranted } from "../../../src/modules/booking/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references } from "../posting.js";

/**
 * Completion: escrow becomes commission, tax and what we owe the provider. Cash in the provider's
 * hand goes through the escrow as well, so that both kinds of booking read alike.
 */
export function completed({ data }: Of<BookingEvent, "BookingCompleted">) {
  const { split, bookingId, providerId } = data;
  const escrow = account.escrow(bookingId);
  const cash =
    data.paidBy === "cash"
      ? [debit(account.providerReceivable(providerId), split.total), credit(escrow, split.total)]
      : [];
  return entry({
    description: data.paidBy === "cash" ? "Cash booking completed" : "Booking completed",
    currency: split.currency,
    references: references({
      booking: bookingId,
      payment: data.paymentId,
      provider: providerId,
    }),
    lines: [
      ...cash,
      debit(escrow, split.total),
      credit(account.providerPayable(providerId), split.providerShare),
      credit(account.commission, split.commission),
      credit(account.gstOutput, split.tax),
    ],
  });
}

/** Cancellation: what was paid goes back, less the fee that is kept. */
export function cancelled({ data }: Of<BookingEvent, "BookingCancelled">) {
  return entry({
    description: "Booking cancelled",
    currency: data.currency,
    references: references({
      booking: data.bookingId,
      payment: data.paymentId,
      refund: data.refundId,
    }),
    lines: [
      debit(account.escrow(data.bookingId), data.refund + data.fee),
      credit(inTransit(data), data.refund),
      credit(account.cancellationFee, data.fee),
    ],
  });
}

/** Money that came after the cancellation goes back whole. */
export function latePaymentReturned({ data }: Of<BookingEvent, "LatePaymentReturned">) {
  return entry({
    description: "Late payment returned",
    currency: data.currency,
    references: references({
      booking: data.bookingId,
      payment: data.paymentId,
      refund: data.refundId,
    }),
    lines: [
      debit(account.escrow(data.bookingId), data.amount),
      credit(account.refundInTransit(data.gateway ?? "bank"), data.amount),
    ],
  });
}

/**
 * A refund takes back what completion gave, or the fee that a cancellation kept, leg by leg. The
 * provider's leg is their debt first; the earning's own reversal then sets it off against what
 * they are still owed.
 */
export function refundGranted({ data }: Of<BookingEvent, "RefundGranted">) {
  const { legs, providerId } = data;
  const provider =
    providerId === null ? [] : [debit(account.providerReceivable(providerId), legs.provider)];
  return entry({
    description: data.full ? "Refund in full" : "Refund in part",
    currency: data.currency,
    references: references({
      booking: data.bookingId,
      payment: data.paymentId,
      refund: data.refundId,
      provider: providerId,
    }),
    lines: [
      debit(account.escrow(data.bookingId), legs.escrow),
      debit(account.cancellationFee, legs.fee),
      ...provider,
      debit(account.commission, legs.commission),
      debit(account.gstOutput, legs.tax),
      credit(inTransit(data), data.amount),
    ],
  });
}

/** What was held of money that a chargeback took makes its loss good: nobody waits for it. */
export function chargebackCovered({ data }: Of<BookingEvent, "ChargebackCovered">) {
  return entry({
    description: "Chargeback covered by what was held",
    currency: data.currency,
    references: references({ booking: data.bookingId, payment: data.paymentId }),
    lines: [
      debit(account.escrow(data.bookingId), data.amount),
      credit(account.expense("chargeback_loss"), data.amount),
    ],
  });
}

/** What was paid in cash leaves from the bank. */
function inTransit({ refundTo, gateway }: Pick<RefundGranted, "refundTo" | "gateway">): string {
  return account.refundInTransit(refundTo === "wallet" ? "wallet" : (gateway ?? "bank"));
}
