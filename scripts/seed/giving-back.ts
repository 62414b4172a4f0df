import { DAY, HOUR, MINUTE } from "../../src/kernel/clock.js";
import { bookings } from "../../src/modules/booking/booking.js";
import type { BookingCancelled, RefundGranted } from "../../src/modules/booking/events.js";
import { earnings } from "../../src/modules/earning/earning.js";
import { payments } from "../../src/modules/payment/payment.js";
import { cancellationPolicy } from "../../src/markets/minuteserv/cancellation.js";
import { DEFAULT_SETTINGS } from "../../src/markets/minuteserv/policy.js";
import { pastIdsOf } from "../../src/platform/gateways/razorpay/pretend/past.js";
import type { Story } from "./agenda.js";
import type { Person } from "./people.js";
import { ADMIN, customerOf, type Stay } from "./stay.js";

/** The customer cancels; what was paid goes back, less the fee once the free minutes are over. */
export async function* cancelled(stay: Stay, at: number): Story {
  const { pen, bookingId } = stay;
  const refundId = pen.id("refund");
  yield at;
  const done = await pen.write(
    bookings,
    bookingId,
    { at, actor: customerOf(stay) },
    {
      type: "CancelBooking",
      by: "customer",
      reason: "Change of plans",
      at: new Date(at).toISOString(),
      policy: cancellationPolicy(DEFAULT_SETTINGS),
      refundId,
      refundTo: "gateway",
      refundAmount: null,
    },
  );
  const event = done?.events.find(({ type }) => type === "BookingCancelled");
  if (event === undefined) return;
  const { refund } = event.data as BookingCancelled;
  if (refund > 0) yield* refunded(stay, refundId, refund, at);
}

/** Staff give part of a completed booking's price back a day later. */
export async function* complained(stay: Stay, provider: Person): Story {
  const { pen, order, bookingId } = stay;
  const at = Date.parse(order.visit.endsAt) + DAY;
  const refundId = pen.id("refund");
  const amount = Math.floor(order.pricing.total / 4);
  yield at;
  const done = await pen.write(
    bookings,
    bookingId,
    { at, actor: ADMIN },
    {
      type: "GrantRefund",
      refundId,
      amount,
      reason: "Service below expectation",
      notes: null,
      refundTo: "gateway",
    },
  );
  const event = done?.events.find(({ type }) => type === "RefundGranted");
  if (event === undefined) return;
  const { legs } = event.data as RefundGranted;
  if (legs.provider > 0) {
    const { currency } = order.pricing;
    const taken = { refundId, bookingId, amount: legs.provider, currency };
    await pen.write(earnings, provider.id, { at }, { type: "ReverseEarning", ...taken });
  }
  yield* refunded(stay, refundId, amount, at);
}

/** Ordered at the gateway at once, with the customer some hours later. */
async function* refunded(stay: Stay, refundId: string, amount: number, at: number): Story {
  const { town, pen, random, order, paymentId } = stay;
  const moment = { at: at + MINUTE / 6 };
  const ordered = { type: "OrderRefund", refundId, amount, to: "gateway" } as const;
  if (order.payment.method === "cash") {
    await pen.write(payments, paymentId, moment, ordered);
    return;
  }
  const { paymentId: gatewayPaymentId } = pastIdsOf(paymentId);
  const gatewayRefundId = await town.past.refunded({
    reference: refundId,
    paymentId: gatewayPaymentId,
    amount,
    at,
  });
  const sent = { type: "RecordRefundSent", refundId, gatewayRefundId } as const;
  await pen.write(payments, paymentId, moment, ordered, sent);
  const arrived = at + random.between(2, 30) * HOUR;
  yield arrived;
  const confirmation = { refundId, gatewayRefundId, amount };
  await pen.write(
    payments,
    paymentId,
    { at: arrived },
    {
      type: "ConfirmRefund",
      ...confirmation,
    },
  );
}
