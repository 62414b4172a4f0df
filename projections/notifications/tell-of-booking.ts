import type { Of, Recorded } from "../../src/kernel/event.js";
import type { Currency, Minor } from "../../src/kernel/money.js";
import type { RowWriter } from "../../src/kernel/row-operation.js";
import type { BookingEvent } from "../../src/modules/booking/events.js";
import { notificationsTable, notifiedBookingsTable, type NotifiedBookingRow } from "./tables.js";
import { told, type Tale } from "./told.js";
import { amountText, tells, type Facts, type Topic } from "./wording.js";

type AboutBooking = Recorded & { readonly data: { readonly bookingId: string } };
type Whom = "customer" | "staff" | { readonly partner: string };

/** Keeps what later events of the booking do not repeat, and tells that it is placed. */
export function tellOfPlacing(event: Of<BookingEvent, "BookingPlaced">, rows: RowWriter): void {
  const { bookingId, number, customerId, visit } = event.data;
  if (!tells(event.metadata.marketplace, "booking_created")) return;
  rows.insert(notifiedBookingsTable, {
    booking_id: bookingId,
    number,
    customer_id: customerId,
    serial: "serial" in event.data ? event.data.serial : null,
    visit_date: visit?.date ?? null,
    visit_time: visit?.time.slice(0, 5) ?? null,
  });
  tellOfBooking(event, rows, "booking_created");
}

/** Tells the booking's customer, unless another audience is named. */
export function tellOfBooking(
  event: AboutBooking,
  rows: RowWriter,
  topic: Topic,
  whom: Whom = "customer",
  more: Facts = {},
): void {
  if (!tells(event.metadata.marketplace, topic)) return;
  const { bookingId } = event.data;
  rows.derive(notifiedBookingsTable, { booking_id: bookingId }, notificationsTable, (booking) =>
    told(event, {
      topic,
      ...addressee(whom, booking),
      facts: { ...factsOf(booking), ...more },
      metadata: { booking_id: bookingId, booking_number: booking.number },
      reference: { type: "booking", number: booking.serial },
    }),
  );
}

/** A payment, for its booking. */
export function tellOfPayment(
  event: AboutBooking & { readonly data: { readonly amount: Minor; readonly currency: Currency } },
  rows: RowWriter,
  topic: Topic,
): void {
  const { amount, currency } = event.data;
  tellOfBooking(event, rows, topic, "customer", { amount: amountText(amount, currency) });
}

/** A cancellation, to the customer and to the partner who would have come. */
export function tellOfCancellation(
  event: Of<BookingEvent, "BookingCancelled">,
  rows: RowWriter,
): void {
  tellOfBooking(event, rows, "booking_cancelled");
  const { providerId } = event.data;
  if (providerId !== null) {
    tellOfBooking(event, rows, "booking_cancelled", { partner: providerId });
  }
}

/** One of many payments for a booking; it is numbered itself. */
export function tellOfInstalment(event: Of<BookingEvent, "InstalmentPaid">, rows: RowWriter): void {
  if (!tells(event.metadata.marketplace, "instalment_paid")) return;
  const { bookingId, paymentId, customerId, number, amount, currency } = event.data;
  rows.insert(
    notificationsTable,
    told(event, {
      topic: "instalment_paid",
      audience: "user",
      to: customerId,
      facts: { number, amount: amountText(amount, currency) },
      metadata: { booking_id: bookingId, payment_id: paymentId },
      reference: { type: "payment", number: event.data.paymentNumber },
    }),
  );
}

function factsOf({ number, visit_date: date, visit_time: time }: NotifiedBookingRow): Facts {
  return date === null || time === null ? { number } : { number, date, time };
}

function addressee(whom: Whom, booking: NotifiedBookingRow): Pick<Tale, "audience" | "to"> {
  if (whom === "customer") return { audience: "user", to: booking.customer_id };
  if (whom === "staff") return { audience: "staff", to: "" };
  return { audience: "partner", to: whom.partner };
}
