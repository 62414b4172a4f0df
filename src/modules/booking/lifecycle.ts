import { reject, type Rejection } from "../../kernel/rejection.js";
import type { BookingEvent } from "./events.js";
import type { Booking, BookingStatus } from "./state.js";

interface Move {
  readonly from: readonly BookingStatus[];
  /** Null leaves the status as it is. */
  readonly to: BookingStatus | null;
}

const ALL: readonly BookingStatus[] = [
  "placed",
  "open",
  "confirmed",
  "in_progress",
  "completed",
  "cancelled",
  "refunded",
];

type Later = Exclude<BookingEvent["type"], "BookingPlaced">;

/**
 * What may happen in which status, and where it leads: the one table that refusals and the fold
 * go by. A policy may narrow it, as for cancellations, and never widen it.
 *
 * A full refund outside a cancellation leads to `refunded`, too; see `refund.ts`.
 */
export const LIFECYCLE: Readonly<Record<Later, Move>> = {
  InstalmentPaid: { from: ["placed", "confirmed"], to: null },
  BookingConfirmedByPayment: { from: ["placed"], to: "confirmed" },
  BookingPaidOff: { from: ["placed", "confirmed"], to: "completed" },
  BookingPaid: { from: ["placed"], to: null },
  BookingOpenedForAssignment: { from: ["placed"], to: "open" },
  ProviderOffered: { from: ["open", "confirmed"], to: "open" },
  OfferAccepted: { from: ["open"], to: "confirmed" },
  OfferDeclined: { from: ["open"], to: null },
  OfferExpired: { from: ["open"], to: null },
  OfferWithdrawn: { from: ["open", "confirmed", "in_progress"], to: "open" },
  AssignmentQueued: { from: ["open", "confirmed"], to: null },
  BookingConfirmedByStaff: { from: ["open", "confirmed"], to: "confirmed" },
  ProviderDeparted: { from: ["confirmed"], to: null },
  ProviderArrived: { from: ["confirmed"], to: null },
  ServiceStarted: { from: ["confirmed"], to: "in_progress" },
  BookingCompleted: { from: ["confirmed", "in_progress"], to: "completed" },
  BookingCancelled: { from: ["placed", "open", "confirmed", "in_progress"], to: "cancelled" },
  LatePaymentReturned: { from: ["cancelled"], to: null },
  RefundGranted: { from: ["open", "confirmed", "in_progress", "completed", "cancelled"], to: null },
  // Whatever has become of the booking, the bank takes its customer's money back.
  BookingChargedBack: { from: ALL, to: null },
  ChargebackCovered: { from: ["cancelled", "refunded"], to: null },
  BookingRated: { from: ["completed"], to: null },
};

const SENTENCES: Readonly<Record<BookingStatus, string>> = {
  placed: "The booking is not paid yet.",
  open: "The booking has no confirmed provider yet.",
  confirmed: "The booking is confirmed.",
  in_progress: "The service is in progress.",
  completed: "The booking is completed.",
  cancelled: "The booking is cancelled.",
  refunded: "The booking is refunded in full.",
};

/** The status after an event that is about to be folded. */
export function statusAfter(booking: Pick<Booking, "status">, event: Later): BookingStatus {
  return LIFECYCLE[event].to ?? booking.status;
}

/** A conflict unless the event may happen in the booking's present status. */
export function refuseUnlessPossible(booking: Booking, event: Later): Rejection | undefined {
  return LIFECYCLE[event].from.includes(booking.status) ? undefined : wrongStatus(booking);
}

export function wrongStatus({ status }: Booking): Rejection {
  return reject("conflict", `booking_${status}`, SENTENCES[status]);
}
