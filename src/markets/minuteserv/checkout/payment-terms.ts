import type { App } from "../../../kernel/app.js";
import { deriveId } from "../../../kernel/ids.js";
import type { Minor } from "../../../kernel/money.js";
import type { PaymentTerms } from "../../../modules/booking/facts.js";

/**
 * How the booking is to be paid. The gateway's order is made before the booking, so that a gateway
 * that is away leaves nothing behind that could be paid (503, Confirm Booking).
 */
export async function paymentTerms(
  app: App,
  method: "online" | "cash",
  booking: { readonly bookingId: string; readonly number: string; readonly total: Minor },
): Promise<PaymentTerms> {
  const paymentId = deriveId("payment", booking.bookingId);
  if (method === "cash") return { paymentId, method, gateway: null, orderId: null };
  const order = await app.payments.createOrder({
    reference: paymentId,
    amount: booking.total,
    currency: "INR",
    notes: { booking_id: booking.bookingId, booking_number: booking.number },
  });
  return { paymentId, method, gateway: app.payments.name, orderId: order.orderId };
}
