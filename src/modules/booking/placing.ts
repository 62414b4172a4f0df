import { reject } from "../../kernel/rejection.js";
import type { PlaceBooking } from "./commands.js";
import type { Outcome } from "./outcome.js";
import type { BookingState } from "./state.js";

/**
 * Places a booking; cash opens it for assignment at once, online it waits for its payment
 * (Minuteserv, Payment Flow), and without a visit there is nobody to assign. Refused if it
 * stands already: a preview is used once.
 */
export function place(command: PlaceBooking, state: BookingState): Outcome {
  const { type: _type, ...data } = command;
  if (state !== null) {
    return reject("conflict", "preview_already_used", "This checkout is confirmed already.");
  }
  const placed = { type: "BookingPlaced", data } as const;
  if (data.payment === null || data.payment.method === "online") return [placed];
  const { bookingId } = data;
  return [placed, { type: "BookingOpenedForAssignment", data: { bookingId } }];
}
