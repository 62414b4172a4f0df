import type { EventMetadata } from "../src/kernel/event.js";
import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { BookingEvent, BookingPlaced } from "../src/modules/booking/events.js";

/** The booking's visit before any offer, or its latest offer: one row a booking (assignment.16). */
export interface AssignmentRow {
  readonly booking_id: string;
  readonly marketplace: string;
  readonly starts_at: string;
  readonly ends_at: string;
  /** `none` until the first offer. */
  readonly status: string;
  readonly offer_id: string | null;
  readonly provider_id: string | null;
  readonly attempt: number;
  readonly share_percent: number | null;
  readonly respond_by: string | null;
  readonly assigned_at: string | null;
  readonly accepted_at: string | null;
  readonly rejected_at: string | null;
  readonly rejection_reason: string | null;
  readonly estimated_arrival: string | null;
  readonly actual_arrival: string | null;
  readonly service_started_at: string | null;
  readonly service_completed_at: string | null;
}

const table = defineTable<AssignmentRow>({
  name: "assignments",
  key: ["booking_id"],
  columns: {
    booking_id: "text",
    marketplace: "text",
    starts_at: "timestamptz",
    ends_at: "timestamptz",
    status: "text",
    offer_id: "text?",
    provider_id: "text?",
    attempt: "integer",
    share_percent: "double?",
    respond_by: "timestamptz?",
    assigned_at: "timestamptz?",
    accepted_at: "timestamptz?",
    rejected_at: "timestamptz?",
    rejection_reason: "text?",
    estimated_arrival: "timestamptz?",
    actual_arrival: "timestamptz?",
    service_started_at: "timestamptz?",
    service_completed_at: "timestamptz?",
  },
  indexes: [{ columns: ["provider_id", "starts_at"] }],
});

/** Who is to do each booking, and how far they are. */
export const assignments = defineProjection<BookingEvent>({
  name: "assignments",
  version: 2,
  tables: [table],
  on: {
    BookingPlaced: ({ data, metadata }, rows) => {
      if (data.visit !== null) rows.insert(table, unassigned(data, metadata));
    },
    ProviderOffered: ({ data, metadata }, rows) =>
      rows.update(table, { booking_id: data.bookingId }, (row) => ({
        ...row,
        ...NO_OFFER,
        status: "assigned",
        offer_id: data.offerId,
        provider_id: data.providerId,
        attempt: data.attempt,
        share_percent: data.sharePercent,
        respond_by: data.respondBy,
        assigned_at: metadata.occurredAt,
      })),
    OfferAccepted: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { booking_id: data.bookingId },
        { status: "accepted", accepted_at: metadata.occurredAt },
      ),
    OfferDeclined: ({ data, metadata }, rows) =>
      rows.patch(table, { booking_id: data.bookingId }, over(metadata.occurredAt, data.reason)),
    OfferExpired: ({ data, metadata }, rows) =>
      rows.patch(table, { booking_id: data.bookingId }, over(metadata.occurredAt, "no response")),
    OfferWithdrawn: ({ data, metadata }, rows) =>
      rows.patch(table, { booking_id: data.bookingId }, over(metadata.occurredAt, data.reason)),
    ProviderDeparted: ({ data }, rows) =>
      rows.patch(
        table,
        { booking_id: data.bookingId },
        { status: "in_transit", estimated_arrival: data.estimatedArrival },
      ),
    ProviderArrived: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { booking_id: data.bookingId },
        { status: "arrived", actual_arrival: metadata.occurredAt },
      ),
    ServiceStarted: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { booking_id: data.bookingId },
        { service_started_at: metadata.occurredAt },
      ),
    BookingCompleted: ({ data }, rows) =>
      rows.patch(
        table,
        { booking_id: data.bookingId },
        { status: "completed", service_completed_at: data.completedAt },
      ),
    BookingCancelled: ({ data }, rows) => {
      if (data.providerId === null) return;
      rows.patch(table, { booking_id: data.bookingId }, { status: "cancelled" });
    },
  },
});

const NO_OFFER = {
  accepted_at: null,
  rejected_at: null,
  rejection_reason: null,
  estimated_arrival: null,
  actual_arrival: null,
  service_started_at: null,
  service_completed_at: null,
};

function unassigned(data: BookingPlaced, metadata: EventMetadata): AssignmentRow {
  return {
    ...NO_OFFER,
    booking_id: data.bookingId,
    marketplace: metadata.marketplace,
    starts_at: data.visit.startsAt,
    ends_at: data.visit.endsAt,
    status: "none",
    offer_id: null,
    provider_id: null,
    attempt: 0,
    share_percent: null,
    respond_by: null,
    assigned_at: null,
  };
}

function over(at: string, reason: string) {
  return { status: "rejected", rejected_at: at, rejection_reason: reason };
}

/** The booking's live or latest offer; undefined before the first. */
export function assignmentOf(
  reads: ReadModel,
  bookingId: string,
): Promise<AssignmentRow | undefined> {
  return firstRow(reads, "SELECT * FROM assignments WHERE booking_id = $1 AND status <> 'none'", [
    bookingId,
  ]);
}
