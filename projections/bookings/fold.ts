import type { EventMetadata, Of } from "../../src/kernel/event.js";
import { defineProjection } from "../../src/kernel/projection.js";
import type { RowWriter } from "../../src/kernel/row-operation.js";
import type { BookingEvent, BookingPlaced } from "../../src/modules/booking/events.js";
import type { ChargebackEvent } from "../../src/modules/chargeback/events.js";
import type { PaymentEvent } from "../../src/modules/payment/events.js";
import { bookingDaysTable, countMoved, countPlaced } from "./counts.js";
import { bookingsTable as table, type BookingRow } from "./table.js";

interface Happened {
  readonly data: { readonly bookingId: string };
  readonly metadata: Pick<EventMetadata, "marketplace" | "occurredAt">;
}

function patch({ data, metadata }: Happened, rows: RowWriter, columns: Partial<BookingRow>): void {
  rows.patch(table, { id: data.bookingId }, { ...columns, updated_at: metadata.occurredAt });
}

function move(
  event: Happened,
  rows: RowWriter,
  columns: Partial<BookingRow> & Pick<BookingRow, "status">,
): void {
  countMoved(event.data.bookingId, rows, () => columns.status);
  patch(event, rows, columns);
}

const NOT_QUEUED = { queue_reason: null, queued_at: null };

/** Every booking with a visit: where it stands, what it costs, what was paid. */
export const bookings = defineProjection<BookingEvent | ChargebackEvent | PaymentEvent>({
  name: "bookings",
  version: 8,
  tables: [table, bookingDaysTable],
  on: {
    BookingPlaced: ({ data, metadata }, rows) => {
      if (data.visit === null) return;
      rows.insert(table, placed(data, metadata));
      countPlaced(data.bookingId, rows);
    },
    BookingOpenedForAssignment: (event, rows) => move(event, rows, { status: "open" }),
    ProviderOffered: (event, rows) =>
      move(event, rows, { status: "open", provider_id: event.data.providerId, ...NOT_QUEUED }),
    OfferAccepted: (event, rows) => move(event, rows, { status: "confirmed" }),
    OfferDeclined: (event, rows) => patch(event, rows, { provider_id: null }),
    OfferExpired: (event, rows) => patch(event, rows, { provider_id: null }),
    OfferWithdrawn: (event, rows) => patch(event, rows, { provider_id: null }),
    AssignmentQueued: (event, rows) =>
      patch(event, rows, {
        queue_reason: event.data.reason,
        queued_at: event.metadata.occurredAt,
      }),
    BookingConfirmedByStaff: (event, rows) => move(event, rows, { status: "confirmed" }),
    ProviderDeparted: (event, rows) => patch(event, rows, {}),
    ServiceStarted: (event, rows) => move(event, rows, { status: "in_progress" }),
    BookingCompleted: (event, rows) => completed(event, rows),
    BookingCancelled: (event, rows) => cancelled(event, rows),
    RefundGranted: (event, rows) => refundGranted(event, rows),
    LatePaymentReturned: (event, rows) => givenBack(event, rows, event.data.amount),
    ChargebackLost: (event, rows) => givenBack(event, rows, event.data.amount),
    BookingRated: (event, rows) =>
      patch(event, rows, { rating: event.data.rating, feedback: event.data.feedback }),
    PaymentCaptured: (event, rows) => patch(event, rows, { payment_status: "paid" }),
    PaymentFailed: (event, rows) => patch(event, rows, { payment_status: "failed" }),
    RefundConfirmed: (event, rows) =>
      patch(event, rows, {
        payment_status: event.data.full ? "refunded" : "partially_refunded",
      }),
  },
});

function placed(data: BookingPlaced, metadata: EventMetadata): BookingRow {
  return {
    id: data.bookingId,
    marketplace: metadata.marketplace,
    number: data.number,
    customer_id: data.customerId,
    status: "placed",
    provider_id: null,
    ...NOT_QUEUED,
    visit_date: data.visit.date,
    visit_time: data.visit.time,
    starts_at: data.visit.startsAt,
    ends_at: data.visit.endsAt,
    payment_method: data.payment.method,
    payment_id: data.payment.paymentId,
    payment_status: "pending",
    ...data.pricing,
    promo_code: data.promoCode,
    policy_accepted: data.policyAccepted,
    lines: data.lines,
    contact: data.contact,
    place: data.place,
    provider_share: null,
    completed_at: null,
    cancelled_at: null,
    cancelled_by: null,
    cancellation_reason: null,
    cancellation_fee: null,
    refund_amount: null,
    given_back: 0,
    rating: null,
    feedback: null,
    created_at: metadata.occurredAt,
    updated_at: metadata.occurredAt,
  };
}

/** Completing a cash booking also makes it paid (payment.14). */
function completed(event: Of<BookingEvent, "BookingCompleted">, rows: RowWriter): void {
  const { completedAt, split, paidBy } = event.data;
  const paid = paidBy === "cash" ? { payment_status: "paid" } : {};
  move(event, rows, {
    status: "completed",
    completed_at: completedAt,
    provider_share: split.providerShare,
    ...paid,
  });
}

function cancelled(event: Of<BookingEvent, "BookingCancelled">, rows: RowWriter): void {
  const { by, reason, fee, refund, paymentId } = event.data;
  if (paymentId === null) return;
  move(event, rows, {
    status: "cancelled",
    ...NOT_QUEUED,
    cancelled_at: event.metadata.occurredAt,
    cancelled_by: by,
    cancellation_reason: reason,
    cancellation_fee: fee,
    refund_amount: refund,
  });
  givenBack(event, rows, refund);
}

function givenBack({ data }: Happened, rows: RowWriter, amount: number): void {
  rows.add(table, { id: data.bookingId }, { given_back: amount });
}

/** A booking that is refunded in full without a cancellation becomes refunded (cancellation.10). */
function refundGranted(
  { data, metadata }: Of<BookingEvent, "RefundGranted">,
  rows: RowWriter,
): void {
  const statusAfter = ({ status }: BookingRow) =>
    data.full && status !== "cancelled" ? "refunded" : status;
  countMoved(data.bookingId, rows, statusAfter);
  rows.update(table, { id: data.bookingId }, (row) => ({
    ...row,
    ...(data.full ? NOT_QUEUED : {}),
    status: statusAfter(row),
    refund_amount: (row.refund_amount ?? 0) + data.amount,
    given_back: row.given_back + data.amount,
    updated_at: metadata.occurredAt,
  }));
}
