import { sum, type Minor } from "../../kernel/money.js";
import type { Booking } from "./state.js";

/** What is on its way back to the customer or there already. */
export function refunded(booking: Booking): Minor {
  return sum(booking.refunds.map(({ amount }) => amount));
}

/** What lost chargebacks have taken: the customer has it back from their bank. */
export function chargedBack(booking: Booking): Minor {
  return sum(booking.chargebacks.map(({ amount }) => amount));
}

/** What may still be given back: neither refunded nor charged back. */
export function returnable(booking: Booking): Minor {
  return Math.max(0, notRefunded(booking) - chargedBack(booking));
}

/** What is left of the customer's money, charged back or not, a kept fee and a split included. */
export function notRefunded(booking: Booking): Minor {
  return (booking.paid ?? 0) - refunded(booking);
}
