import { z } from "zod";
import type { App } from "../../kernel/app.js";
import type { Recorded } from "../../kernel/event.js";
import { bookings } from "../../modules/booking/booking.js";
import type { BookingEvent } from "../../modules/booking/events.js";
import type { PaymentEvent } from "../../modules/payment/events.js";
import { payments } from "../../modules/payment/payment.js";
import { ADMIN_ROLES } from "./vocabulary.js";

/** What staff read; events that repeat another stream's news are left out. */
const ACTIONS: Readonly<Partial<Record<(BookingEvent | PaymentEvent)["type"], string>>> = {
  BookingPlaced: "created",
  PaymentCaptured: "paid",
  PaymentFailed: "payment_failed",
  CashCollected: "paid",
  ProviderOffered: "partner_assigned",
  OfferAccepted: "accepted",
  OfferDeclined: "rejected",
  OfferExpired: "not_answered",
  OfferWithdrawn: "unassigned",
  AssignmentQueued: "queued",
  BookingConfirmedByStaff: "confirmed",
  ProviderDeparted: "in_transit",
  ProviderArrived: "arrived",
  ServiceStarted: "started",
  BookingCompleted: "completed",
  BookingCancelled: "cancelled",
  RefundOrdered: "refund_started",
  GatewayRefundReported: "refund_started",
  RefundConfirmed: "refunded",
  RefundFailed: "refund_failed",
  BookingRated: "rated",
};

export const timelineSchema = z.array(
  z.object({ action: z.string(), timestamp: z.string(), by: z.string() }),
);

/** What happened to a booking and its money, oldest first, straight from the log. */
export async function timelineOf(app: App, bookingId: string, paymentId: string) {
  const [course, money] = await Promise.all([
    app.history(bookings, bookingId),
    app.history(payments, paymentId),
  ]);
  const happened: readonly Recorded<BookingEvent | PaymentEvent>[] = [...course, ...money];
  return happened
    .toSorted((one, other) => one.position - other.position)
    .flatMap(({ type, metadata }) => {
      const action = ACTIONS[type];
      if (action === undefined) return [];
      return [{ action, timestamp: metadata.occurredAt, by: kindOf(metadata.actor.role) }];
    });
}

/** Webhooks and our own services act for the system. */
function kindOf(role: string): string {
  if (ADMIN_ROLES.some((known) => known === role)) return "admin";
  return role === "customer" || role === "partner" ? role : "system";
}
