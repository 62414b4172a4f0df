import { isoAfter, MINUTE } from "../../src/kernel/clock.js";
import { numberOfDay } from "../../src/kernel/day-number.js";
import { bookings } from "../../src/modules/booking/booking.js";
import { discountBaseOf } from "../../src/modules/booking/pricing.js";
import { paymentOfBooking } from "../../src/modules/payment/payment-of-booking.js";
import { payments } from "../../src/modules/payment/payment.js";
import { promotions } from "../../src/modules/promotion/promotion.js";
import { BOOKING_NUMBERS } from "../../src/markets/minuteserv/day-numbers.js";
import { PRICING, REDEMPTION_HOLD } from "../../src/markets/minuteserv/policy.js";
import { localDate } from "../../src/markets/minuteserv/visit.js";
import { pastIdsOf } from "../../src/platform/gateways/razorpay/pretend/past.js";
import type { Story } from "./agenda.js";
import { offerTo } from "./assigning.js";
import { customerOf, GATEWAY, type Stay } from "./stay.js";

/** Share of online payments that fail at first, in percent. */
const FAIL_FIRST = 8;

/** The checkout: promo use, number, booking, payment. A cash booking is offered at once. */
export async function placed(stay: Stay, at: number): Promise<void> {
  const { town, pen, order, bookingId, paymentId } = stay;
  const moment = { at, actor: customerOf(stay) };
  const { numbers } = town.log;
  const number = await numberOfDay(numbers, pen.envelope(moment), BOOKING_NUMBERS, localDate(at));
  if (order.promoCode !== null) await redeemed(stay, at);
  const place = { type: "PlaceBooking", ...order, number } as const;
  const cash = order.payment.method === "cash" ? [offerTo(stay, 0, at)] : [];
  await pen.write(bookings, bookingId, moment, place, ...cash);
  await pen.write(payments, paymentId, moment, paymentOfBooking({ ...order, number }));
}

async function redeemed({ town, pen, order, bookingId }: Stay, at: number): Promise<void> {
  const { placedAt, pricing, customerId } = order;
  await pen.write(
    promotions,
    town.promotion.id,
    { at },
    {
      type: "RedeemPromotion",
      accountId: customerId,
      bookingId,
      orderTotal: pricing.subtotal,
      discountBase: discountBaseOf(pricing, PRICING),
      at: placedAt,
      holdUntil: isoAfter(placedAt, REDEMPTION_HOLD),
    },
  );
}

/** The customer pays online, some at the second try; then the booking is offered. */
export async function* paid(stay: Stay, placedAt: number): Story {
  const { town, pen, random, order, bookingId, paymentId } = stay;
  const { total: amount, currency } = order.pricing;
  const { orderId, paymentId: gatewayPaymentId } = pastIdsOf(paymentId);
  let at = placedAt + random.between(20, 80) * 1_000;
  if (random.percent(FAIL_FIRST)) {
    yield at;
    const failed = { gatewayPaymentId: `${gatewayPaymentId}x`, reason: "payment failed" };
    await pen.write(
      payments,
      paymentId,
      { at, actor: GATEWAY },
      {
        type: "RecordFailure",
        ...failed,
      },
    );
    at += MINUTE / 2;
  }
  yield at;
  const instrument = random.pick(["upi", "card", "netbanking"]);
  await town.past.paid({ reference: paymentId, amount, method: instrument, at });
  const capture = { gatewayPaymentId, orderId, amount, currency, instrument };
  const moment = { at, actor: GATEWAY };
  await pen.write(payments, paymentId, moment, { type: "RecordCapture", ...capture });
  await pen.write(
    bookings,
    bookingId,
    { at },
    { type: "ApplyPayment", paymentId, amount, currency, refundId: pen.id("late refund") },
    offerTo(stay, 0, at),
  );
}
