import { callerId } from "../../../../kernel/caller.js";
import { isoNow } from "../../../../kernel/clock.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { created, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import { instalmentBookingBySerial } from "../../../../../projections/instalment-bookings.js";
import { bookingNumber } from "../../bookings/booking-number.js";
import { createBookingBody, emiAgreed } from "../../bookings/create-booking-body.js";
import { ACTIVE_BUYER_THRESHOLD, CURRENCY, MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { bookingSchema, presentBooking } from "../../shapes/booking.js";

/** Booking APIs, 24. Create Booking: nothing is paid by it (EV-A12). */
export const createBooking = route({
  method: "POST",
  path: "/api/booking/bookings/",
  summary: "Book a vehicle",
  tag: "Bookings",
  may: ANY_MEMBER,
  limit: "booking",
  idempotency: "honoured",
  body: createBookingBody,
  example: {
    vehicle_model: "EV Model X",
    vehicle_variant: "Premium",
    booking_amount: 500,
    total_amount: 50000,
    emi_amount: 5000,
    emi_duration_months: 10,
    emi_start_date: "2026-02-01",
  },
  replies: { 201: { description: "The booking.", schema: bookingSchema } },
  async handle({ body }, app) {
    const serial = await app.numbers.next("ev.booking", app.envelope);
    const bookingId = app.id("booking");
    const { vehicle_model: name, vehicle_variant: variant, total_amount: total } = body;
    const vehicle = { serviceId: name, name, category: "vehicle", tier: variant ?? "" };
    const placed = await app.execute(bookings, bookingId, {
      type: "PlaceBooking",
      bookingId,
      number: bookingNumber(serial),
      serial,
      customerId: callerId(app),
      placedAt: isoNow(app.clock),
      lines: [{ ...vehicle, quantity: 1, unitPrice: total, durationMinutes: 0 }],
      pricing: { currency: CURRENCY, subtotal: total, savings: 0, discount: 0, tax: 0, total },
      instalments: {
        bookingAmount: body.booking_amount,
        confirmAt: ACTIVE_BUYER_THRESHOLD,
        activateAt: ACTIVE_BUYER_THRESHOLD,
        emi: emiAgreed(body),
      },
      visit: null,
      payment: null,
      contact: null,
      place: null,
    });
    if (isRejection(placed)) return placed;
    const row = await instalmentBookingBySerial(app.reads, MARKETPLACE, serial, callerId(app));
    return row === undefined ? notFound() : created(presentBooking(row));
  },
});
