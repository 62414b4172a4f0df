import type { App } from "../../kernel/app.js";
import { isoNow } from "../../kernel/clock.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { BookingCommand } from "../../modules/booking/commands.js";
import type { BookingRow } from "../../../projections/bookings/table.js";
import { cancellationPolicy } from "./cancellation.js";
import { TAX_BORNE_BY_PLATFORM } from "./policy.js";
import { mayKeepBooks } from "./roles.js";
import { currentSettings } from "./settings.js";
import type { BookingStatus } from "./vocabulary.js";

const NO_REASON = "Status set by staff";

/**
 * The command that brings a booking to a status, the same that the dedicated endpoint gives, so
 * that money moves alike (admin.07, .08). Whether the step is possible is the booking's to decide.
 * Refused: what only a payment or an assignment can bring about, and refunds by those who may not
 * refund.
 */
export async function statusByHand(
  app: App,
  booking: BookingRow,
  status: BookingStatus,
  notes: string | null,
): Promise<BookingCommand | Rejection> {
  switch (status) {
    case "pending":
      return reject("conflict", "illegal_transition", "No booking becomes pending again.");
    case "partner_assigned":
      return reject("conflict", "illegal_transition", "Assign a partner to the booking instead.");
    case "confirmed":
      return { type: "ConfirmByStaff", notes };
    case "in_progress":
      return { type: "StartService", providerId: null };
    case "completed":
      return {
        type: "CompleteBooking",
        providerId: null,
        completedAt: isoNow(app.clock),
        taxBorneByPlatform: TAX_BORNE_BY_PLATFORM,
      };
    case "cancelled":
      return {
        type: "CancelBooking",
        by: "admin",
        reason: notes ?? NO_REASON,
        at: isoNow(app.clock),
        policy: cancellationPolicy(await currentSettings(app)),
        refundId: app.id("refund"),
        refundTo: "gateway",
        refundAmount: null,
      };
    case "refunded":
      return refundInFull(app, booking, notes);
  }
}

/** A cancelled booking stays cancelled when its fee goes back (cancellation.10). */
function refundInFull(
  app: App,
  booking: BookingRow,
  notes: string | null,
): BookingCommand | Rejection {
  if (!mayKeepBooks(app)) {
    return reject("forbidden", "may_not_refund", "Your role does not give money back.");
  }
  if (booking.status === "cancelled" || booking.status === "refunded") {
    const text = `The booking is ${booking.status}.`;
    return reject("conflict", `booking_${booking.status}`, text);
  }
  return {
    type: "GrantRefund",
    refundId: app.id("refund"),
    amount: booking.total - booking.given_back,
    reason: notes ?? NO_REASON,
    notes,
    refundTo: "gateway",
  };
}
