import type { Currency, Minor } from "../../kernel/money.js";
import type { RequestPayment } from "./commands.js";

/** A placed booking that is paid as a whole, as its own stream tells it. */
interface Placed {
  readonly bookingId: string;
  readonly number: string;
  readonly customerId: string;
  readonly pricing: { readonly total: Minor; readonly currency: Currency };
  readonly payment: Pick<RequestPayment, "paymentId" | "method" | "gateway" | "orderId">;
}

/** The payment of a booking, in cash as well (Minuteserv, Payment Flow). */
export function paymentOfBooking(placed: Placed): RequestPayment {
  const { bookingId, customerId, pricing, payment } = placed;
  return {
    type: "RequestPayment",
    paymentId: payment.paymentId,
    bookingId,
    customerId,
    amount: pricing.total,
    currency: pricing.currency,
    method: payment.method,
    gateway: payment.gateway,
    orderId: payment.orderId,
    receipt: placed.number,
  };
}
