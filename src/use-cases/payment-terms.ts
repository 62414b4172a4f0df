import type { App } from "../kernel/app.js";
import { deriveId } from "../kernel/ids.js";
import type { Currency, Minor } from "../kernel/money.js";
import type { PaymentTerms } from "../modules/booking/facts.js";

interface ToBePaid {
  readonly bookingId: string;
  readonly number: string;
  readonly total: Minor;
  readonly currency: Currency;
}

/**
 * How a booking is to be paid. The gateway's order is made before the booking, so that a gateway
 * that is away leaves nothing behind that could be paid (503; Minuteserv, Confirm Booking).
 */
export async function paymentTerms(
  app: App,
  method: "online" | "cash",
  { bookingId, number, total, currency }: ToBePaid,
): Promise<PaymentTerms> {
  const paymentId = deriveId("payment", bookingId);
  if (method === "cash") return { paymentId, method, gateway: null, orderId: null };
  const order = await app.payments.createOrder({
    reference: paymentId,
    amount: total,
    currency,
    notes: { booking_id: bookingId, booking_number: number },
  });
  return { paymentId, method, gateway: app.payments.name, orderId: order.orderId };
}
