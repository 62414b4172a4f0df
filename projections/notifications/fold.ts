import { defineProjection } from "../../src/kernel/projection.js";
import type { Of, Recorded } from "../../src/kernel/event.js";
import type { RowWriter } from "../../src/kernel/row-operation.js";
import type { BookingEvent } from "../../src/modules/booking/events.js";
import type { InboxEvent } from "../../src/modules/inbox/events.js";
import type { PaymentEvent } from "../../src/modules/payment/events.js";
import type { PayoutEvent } from "../../src/modules/payout/events.js";
import {
  inboxesTable,
  notificationReadsTable,
  notificationsTable,
  notifiedBookingsTable,
  type NotifiedBookingRow,
} from "./tables.js";
import { told, type Tale } from "./told.js";
import { amountText, isWorded, type NotificationType } from "./wording.js";

/**
 * What customers, partners and staff are told (Minuteserv, System Notifications), one row a
 * thing and an addressee. It is also what is sent to them: the sender looks its words up here.
 */
export const notifications = defineProjection<
  BookingEvent | InboxEvent | PaymentEvent | PayoutEvent
>({
  name: "notifications",
  version: 3,
  tables: [notificationsTable, notifiedBookingsTable, notificationReadsTable, inboxesTable],
  on: {
    BookingPlaced: (event, rows) => placed(event, rows),
    ProviderOffered: (event, rows) =>
      tellOfBooking(event, rows, "partner_assigned", { partner: event.data.providerId }),
    OfferAccepted: (event, rows) => {
      // Staff who confirm in a partner's place say so in a second event, which tells it once.
      if (event.metadata.actor.id !== event.data.providerId) return;
      tellOfBooking(event, rows, "booking_confirmed");
    },
    BookingConfirmedByStaff: (event, rows) => tellOfBooking(event, rows, "booking_confirmed"),
    BookingCompleted: (event, rows) => tellOfBooking(event, rows, "booking_completed"),
    BookingCancelled: (event, rows) => {
      // Told of by its visit; one in instalments has none.
      if (event.data.paymentId === null) return;
      tellOfBooking(event, rows, "booking_cancelled");
      const { providerId } = event.data;
      if (providerId === null) return;
      tellOfBooking(event, rows, "booking_cancelled", { partner: providerId });
    },
    AssignmentQueued: (event, rows) =>
      tellOfBooking(event, rows, "manual_assignment_required", "staff"),
    PaymentCaptured: (event, rows) => tellOfPayment(event, rows, "payment_success"),
    PaymentFailed: (event, rows) => tellOfBooking(event, rows, "payment_failed"),
    RefundConfirmed: (event, rows) => tellOfPayment(event, rows, "payment_refunded"),
    PayoutCompleted: (event, rows) => tellOfPayout(event, rows, "payout_completed"),
    PayoutFailed: (event, rows) => tellOfPayout(event, rows, "payout_failed"),
    NotificationRead: ({ data, metadata }, rows) =>
      rows.insert(notificationReadsTable, {
        notification_id: data.notificationId,
        read_at: metadata.occurredAt,
      }),
    InboxRead: ({ data, metadata }, rows) =>
      rows.upsert(inboxesTable, { account_id: data.accountId }, () => ({
        account_id: data.accountId,
        read_through: data.through,
        read_at: metadata.occurredAt,
      })),
  },
});

function placed(event: Of<BookingEvent, "BookingPlaced">, rows: RowWriter): void {
  const { bookingId, number, customerId, visit } = event.data;
  if (!isWorded(event.metadata.marketplace) || visit === null) return;
  rows.insert(notifiedBookingsTable, {
    booking_id: bookingId,
    number,
    customer_id: customerId,
    visit_date: visit.date,
    visit_time: visit.time,
  });
  tellOfBooking(event, rows, "booking_created");
}

type AboutBooking = Recorded & { readonly data: { readonly bookingId: string } };

/** Tells the booking's customer, unless another audience is named. */
function tellOfBooking(
  event: AboutBooking,
  rows: RowWriter,
  type: NotificationType,
  whom: "customer" | "staff" | { readonly partner: string } = "customer",
  more: Readonly<Record<string, string>> = {},
): void {
  if (!isWorded(event.metadata.marketplace)) return;
  const { bookingId } = event.data;
  const key = { booking_id: bookingId };
  rows.derive(notifiedBookingsTable, key, notificationsTable, (booking) =>
    told(event, {
      type,
      ...addressee(whom, booking),
      facts: {
        number: booking.number,
        date: booking.visit_date,
        time: booking.visit_time.slice(0, 5),
        ...more,
      },
      metadata: { booking_id: bookingId, booking_number: booking.number },
    }),
  );
}

function addressee(
  whom: "customer" | "staff" | { readonly partner: string },
  booking: NotifiedBookingRow,
): Pick<Tale, "audience" | "to"> {
  if (whom === "customer") return { audience: "user", to: booking.customer_id };
  if (whom === "staff") return { audience: "staff", to: "" };
  return { audience: "partner", to: whom.partner };
}

function tellOfPayment(
  event: Of<PaymentEvent, "PaymentCaptured" | "RefundConfirmed">,
  rows: RowWriter,
  type: NotificationType,
): void {
  const { amount, currency } = event.data;
  tellOfBooking(event, rows, type, "customer", { amount: amountText(amount, currency) });
}

/** A wallet belongs to a member, a payable to a partner; each gets the news of its payouts. */
function tellOfPayout(
  event: Of<PayoutEvent, "PayoutCompleted" | "PayoutFailed">,
  rows: RowWriter,
  type: NotificationType,
): void {
  if (!isWorded(event.metadata.marketplace)) return;
  const { payoutId, payeeId, source, net, currency } = event.data;
  rows.insert(
    notificationsTable,
    told(event, {
      type,
      audience: source === "provider" ? "partner" : "user",
      to: payeeId,
      facts: { amount: amountText(net, currency) },
      metadata: { payout_id: payoutId },
    }),
  );
}
