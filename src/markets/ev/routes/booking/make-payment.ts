import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { created, route } from "../../../../kernel/route.js";
import { bookings } from "../../../../modules/booking/booking.js";
import type { InstalmentPaid } from "../../../../modules/booking/events.js";
import { payFromWallet } from "../../../../use-cases/pay-from-wallet.js";
import { refusedPayment } from "../../bookings/refusals.js";
import { transactionNumber } from "../../bookings/transaction-number.js";
import { visibleBooking } from "../../bookings/visible-booking.js";
import { PAYMENT_METHODS } from "../../bookings/vocabulary.js";
import { invalid, notFound, stateError } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { idParams, someRupees } from "../../shapes/fields.js";
import { paymentSchema, presentMadePayment } from "../../shapes/payment.js";

/**
 * Booking APIs, 27. Make Payment for Booking: "Payment automatically updates booking status and
 * Active Buyer status if total paid ≥ ₹5000". An admin may record a payment of a member's; a
 * wallet is its owner's alone to spend.
 */
export const makePayment = route({
  method: "POST",
  path: "/api/booking/bookings/:id/make_payment/",
  summary: "Pay for a booking",
  tag: "Bookings",
  may: ANY_MEMBER,
  limit: "booking",
  idempotency: "honoured",
  params: idParams,
  body: z.object({ amount: someRupees, payment_method: z.enum(PAYMENT_METHODS) }),
  example: { amount: 5000, payment_method: "online" },
  replies: { 201: { description: "The payment.", schema: paymentSchema } },
  async handle({ params, body }, app) {
    const row = await visibleBooking(app, params.id);
    if (row === undefined) return notFound();
    const { id: bookingId, number: bookingNumber, customer_id: accountId } = row;
    const { amount, payment_method: method } = body;
    if (method === "wallet" && accountId !== callerId(app)) {
      return invalid("payment_method", "Only the owner can pay from the wallet.");
    }
    const paymentId = app.id("payment");
    const paymentNumber = await app.numbers.next("ev.payment", app.envelope);
    const transactionId = transactionNumber(paymentNumber);
    const numbers = { paymentId, paymentNumber, transactionId };
    const payment = { type: "PayInstalment", ...numbers, amount, method } as const;
    const refused =
      method === "wallet"
        ? await payFromWallet(app, { accountId, bookingId, bookingNumber }, payment)
        : await app.execute(bookings, bookingId, payment);
    if (isRejection(refused)) return refusedPayment(refused);
    await app.settled();
    const history = await app.history(bookings, bookingId);
    const made = history.find(
      ({ type, data }) =>
        type === "InstalmentPaid" && (data as InstalmentPaid).paymentId === paymentId,
    );
    if (made === undefined) return stateError("The payment is not known.");
    const { data, metadata } = made;
    return created(
      presentMadePayment(data as InstalmentPaid, row.customer_number, metadata.occurredAt),
    );
  },
});
