import type { GrantRefund } from "../../../src/modules/booking/commands.js";
import type { BookingEvent, RefundGranted } from "../../../src/modules/booking/events.js";
import { ids } from "./a-booking.js";

const details = { reason: "Service not provided", notes: null, refundTo: "gateway" } as const;

export function grant(amount: number, refundId = ids.refund): GrantRefund {
  return { type: "GrantRefund", refundId, amount, ...details };
}

/** A refund out of escrow, unless its legs say otherwise. */
export function granted(change: Partial<RefundGranted> & { amount: number }): BookingEvent {
  const data: RefundGranted = {
    bookingId: ids.booking,
    refundId: ids.refund,
    paymentId: ids.payment,
    customerId: ids.customer,
    providerId: null,
    currency: "INR",
    gateway: "razorpay",
    legs: { escrow: change.amount, fee: 0, provider: 0, commission: 0, tax: 0 },
    full: false,
    ...details,
    ...change,
  };
  return { type: "RefundGranted", data };
}
