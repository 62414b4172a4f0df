import type { Rejection } from "../../../kernel/rejection.js";
import { stateError } from "../refusals.js";

const EXCEEDS = "Amount exceeds remaining amount";

/** By the core's reasons; of a booking that is paid off nothing remains. */
const TEXTS: Readonly<Record<string, string>> = {
  amount_exceeds_remaining: EXCEEDS,
  booking_completed: EXCEEDS,
  booking_cancelled: "Booking is cancelled",
  insufficient_balance: "Insufficient wallet balance",
};

/** Make Payment for Booking: failures of state are `{"error": "…"}`. */
export function refusedPayment(rejection: Rejection): Rejection {
  const text = TEXTS[rejection.reason];
  return text === undefined ? rejection : stateError(text);
}

/** A completed booking stays, and a cancelled one is so already. */
export function refusedCancellation(rejection: Rejection): Rejection {
  switch (rejection.reason) {
    case "booking_completed":
      return stateError("Booking is already completed");
    case "booking_cancelled":
      return stateError("Booking is already cancelled");
    default:
      return rejection;
  }
}
