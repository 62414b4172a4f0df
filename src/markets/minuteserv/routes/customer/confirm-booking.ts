import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { bookingById } from "../../../../../projections/bookings/queries.js";
import { confirmBody } from "../../checkout/confirm-body.js";
import { confirmPreview } from "../../checkout/confirm-preview.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { presentBookingRef } from "../../shapes/booking.js";
import { confirmationSchema, presentGatewayOrder } from "../../shapes/confirmation.js";
import { createdData, documentedData } from "../../shapes/envelope.js";

const CASH_MESSAGE = "Booking created. Partner will be assigned shortly.";

/** Checkout, Confirm Booking: the preview becomes a booking, once (checkout.03). */
export const confirmBooking = route({
  method: "POST",
  path: "/checkout/confirm",
  summary: "Book what was prepared",
  tag: "Checkout",
  may: realm("customer"),
  limit: "booking_creation",
  idempotency: "required",
  body: confirmBody,
  example: {
    preview_id: "6f1c2a9e-0f6e-4d5c-9f0a-3b1d2c4e5f60",
    payment_method: "online",
    address_id: "0b0e7a52-7f5c-4a29-8d6e-1c2f3a4b5c6d",
    booking_date: "2024-01-20",
    booking_time: "10:00 AM",
    customer_name: "John Doe",
    customer_phone: "+911234567890",
    customer_email: "john@example.com",
    cancellation_policy_accepted: true,
  },
  replies: { 201: documentedData("Booked; `payment` only when online.", confirmationSchema) },
  async handle({ body }, app) {
    const placed = await confirmPreview(app, body);
    if (isRejection(placed)) return placed;
    if (body.payment_method === "cash") await app.settled();
    const row = await bookingById(app.reads, MARKETPLACE, placed.bookingId);
    if (row === undefined) return notFound("Booking");
    const { id, booking_number, status, grand_total } = presentBookingRef(row);
    const booking = { id, booking_number, status, grand_total };
    if (body.payment_method === "cash") return createdData({ booking, message: CASH_MESSAGE });
    return createdData({ booking, payment: presentGatewayOrder(placed, app.payments) });
  },
});
