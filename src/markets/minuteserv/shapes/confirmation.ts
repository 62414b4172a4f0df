import { z } from "zod";
import type { PaymentGateway } from "../../../kernel/gateway.js";
import type { BookingPlaced } from "../../../modules/booking/events.js";

const gatewayOrderSchema = z.object({
  order_id: z.string(),
  amount: z.int(),
  currency: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  prefill: z.object({ contact: z.string(), email: z.string().nullable(), name: z.string() }),
  notes: z.object({ booking_id: z.uuid(), booking_number: z.string() }),
});

export const confirmationSchema = z.object({
  booking: z.object({
    id: z.uuid(),
    booking_number: z.string(),
    status: z.string(),
    grand_total: z.number(),
  }),
  payment: gatewayOrderSchema.optional(),
  message: z.string().optional(),
});

/** What Razorpay Checkout is opened with; the amount alone is in paise (pricing.07). */
export function presentGatewayOrder(placed: BookingPlaced, gateway: PaymentGateway) {
  const { bookingId, number, pricing, contact, payment } = placed;
  return {
    order_id: payment.orderId ?? "",
    amount: pricing.total,
    currency: pricing.currency,
    key: gateway.publicKey,
    name: "Minuteserv",
    description: `Booking ${number}`,
    prefill: { contact: contact.phone, email: contact.email, name: contact.name },
    notes: { booking_id: bookingId, booking_number: number },
  };
}
