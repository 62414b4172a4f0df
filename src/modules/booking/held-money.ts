import { sum, type Minor } from "../../kernel/money.js";
import type { Booking } from "./state.js";

/** What is on its way back to the customer or there already. */
export function refunded(booking: Booking): Minor {
  return sum(booking.refunds.map(({ amount }) => amount));
}

/** What is left of the customer's money, a kept fee and a split included. */
export function notRefunded(booking: Booking): Minor {
  return (booking.paid ?? 0) - refunded(booking);
}
