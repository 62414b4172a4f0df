import type { Handlers } from "../../src/kernel/projection.js";
import type { Recorded } from "../../src/kernel/event.js";
import type { RowWriter } from "../../src/kernel/row-operation.js";
import type { BookingEvent } from "../../src/modules/booking/events.js";
import { note } from "./note.js";
import type { ResourceRow } from "./tables.js";

type Told = Pick<Recorded, "id" | "position" | "metadata"> & {
  readonly data: { readonly bookingId: string };
};

function booking(
  event: Told,
  rows: RowWriter,
  action: string,
  fields: ResourceRow["fields"],
  particulars: ResourceRow["fields"] = {},
): void {
  note(event, rows, { action, type: "booking", id: event.data.bookingId, fields, particulars });
}

/** A booking's status in the core's words, and who holds it, as each event leaves them. */
export const bookingNotes: Handlers<BookingEvent> = {
  BookingPlaced: (event, rows) => booking(event, rows, "create_booking", { status: "placed" }),
  BookingOpenedForAssignment: (event, rows) =>
    booking(event, rows, "update_booking", { status: "open" }),
  ProviderOffered: (event, rows) =>
    booking(event, rows, "assign_partner", {
      status: "open",
      partner_id: event.data.providerId,
    }),
  OfferAccepted: (event, rows) => booking(event, rows, "update_booking", { status: "confirmed" }),
  OfferDeclined: (event, rows) => booking(event, rows, "update_booking", { partner_id: null }),
  OfferExpired: (event, rows) => booking(event, rows, "update_booking", { partner_id: null }),
  OfferWithdrawn: (event, rows) => booking(event, rows, "unassign_partner", { partner_id: null }),
  BookingConfirmedByStaff: (event, rows) =>
    booking(event, rows, "update_booking", { status: "confirmed", notes: event.data.notes }),
  ServiceStarted: (event, rows) =>
    booking(event, rows, "update_booking", { status: "in_progress" }),
  BookingCompleted: (event, rows) =>
    booking(event, rows, "update_booking", { status: "completed" }),
  BookingCancelled: (event, rows) => {
    const { reason, fee, refund, refundTo } = event.data;
    const fields = { status: "cancelled", cancellation_reason: reason };
    booking(event, rows, "cancel_booking", fields, {
      cancellation_fee: fee,
      refund_amount: refund,
      refund_to: refund > 0 ? refundTo : null,
    });
  },
  RefundGranted: (event, rows) => {
    const { amount, reason, refundTo, notes, full, legs } = event.data;
    const fields = full && legs.fee === 0 ? { status: "refunded" } : {};
    booking(event, rows, "refund_booking", fields, {
      refund_amount: amount,
      refund_reason: reason,
      refund_to: refundTo,
      refund_notes: notes,
    });
  },
};
