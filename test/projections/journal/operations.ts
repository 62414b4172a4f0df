import fc from "fast-check";
import { deriveId } from "../../../src/kernel/ids.js";
import { bookings } from "../../../src/modules/booking/booking.js";
import type { BookingPlaced } from "../../../src/modules/booking/events.js";
import { earnings } from "../../../src/modules/earning/earning.js";
import { payments } from "../../../src/modules/payment/payment.js";
import { payouts } from "../../../src/modules/payout/payout.js";
import type { Business } from "./business.js";
import { chargeBack, contest, settlePayment } from "./contested-operations.js";
import { confirmRefunds } from "./refund-operations.js";
import { terms } from "../../modules/booking/a-booking.js";

/** One thing that people do; whether it is possible is for the deciders to say. */
export interface Operation {
  readonly what:
    | "place online"
    | "place for cash"
    | "pay"
    | "accept"
    | "complete"
    | "cancel"
    | "refund"
    | "confirm refunds"
    | "order payout"
    | "pay out"
    | "fail payout"
    | "charge back"
    | "contest"
    | "settle";
  readonly booking: number;
  readonly provider: number;
  /** Paise, or a part of what there is. */
  readonly amount: number;
  readonly minutes: number;
  /** Whether the processes act before the next thing happens. */
  readonly settles: boolean;
}

/** What moves a booking on comes more often than what ends it, so that many get far. */
const what = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("place online" as const, "place for cash" as const) },
  { weight: 6, arbitrary: fc.constantFrom("pay" as const, "accept" as const) },
  { weight: 6, arbitrary: fc.constantFrom("complete" as const, "order payout" as const) },
  { weight: 3, arbitrary: fc.constantFrom("pay out" as const, "fail payout" as const) },
  { weight: 2, arbitrary: fc.constantFrom("refund" as const, "confirm refunds" as const) },
  { weight: 3, arbitrary: fc.constantFrom("charge back" as const, "contest" as const) },
  { weight: 1, arbitrary: fc.constantFrom("cancel" as const, "settle" as const) },
);

/** The processes follow at once, most of the time; sometimes much happens before they do. */
const settles = fc.integer({ min: 0, max: 3 }).map((n) => n > 0);

export const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.record({
    what,
    booking: fc.integer({ min: 0, max: 3 }),
    provider: fc.integer({ min: 0, max: 1 }),
    amount: fc.integer({ min: 1, max: 300_000 }),
    minutes: fc.integer({ min: 1, max: 40 }),
    settles,
  }),
  { minLength: 60, maxLength: 120, size: "max" },
);

export const BOOKINGS = [0, 1, 2, 3];
export const PROVIDERS = [0, 1];

export function bookingId({ marketplace }: Business, number: number): string {
  return deriveId(marketplace, "booking", number);
}

export function providerId({ marketplace }: Business, number: number): string {
  return deriveId(marketplace, "provider", number);
}

function paymentId({ marketplace }: Business, number: number): string {
  return deriveId(marketplace, "payment", number);
}

export async function perform(business: Business, operation: Operation): Promise<void> {
  business.pass(operation.minutes);
  attempt(business, operation);
  if (operation.settles) await business.settle();
}

function attempt(business: Business, operation: Operation): void {
  switch (operation.what) {
    case "place online":
    case "place for cash":
      return place(business, operation);
    case "pay":
      return pay(business, operation);
    case "accept":
      return accept(business, operation);
    case "complete":
      return complete(business, operation);
    case "cancel":
      return cancel(business, operation);
    case "refund":
      return refund(business, operation);
    case "confirm refunds":
      return confirmRefunds(business, paymentId(business, operation.booking));
    case "charge back":
      return chargeBack(business, operation);
    case "contest":
      return contest(business, operation);
    case "settle":
      return settlePayment(business, operation);
    case "order payout":
    case "pay out":
    case "fail payout":
      return payOut(business, operation);
  }
}

function place(business: Business, { what, booking, amount }: Operation): void {
  const id = bookingId(business, booking);
  const tax = Math.floor(amount / 7);
  const method = what === "place online" ? "online" : "cash";
  const gateway = method === "online" ? "razorpay" : null;
  const orderId = method === "online" ? `order_${booking}` : null;
  const payment = { paymentId: paymentId(business, booking), method, gateway, orderId } as const;
  const placed: BookingPlaced = {
    ...terms,
    bookingId: id,
    placedAt: business.now,
    pricing: {
      currency: "INR",
      subtotal: amount,
      savings: 0,
      discount: 0,
      tax,
      total: amount + tax,
    },
    payment,
  };
  if (!business.perform(bookings, id, { type: "PlaceBooking", ...placed })) return;
  business.perform(payments, payment.paymentId, {
    type: "RequestPayment",
    bookingId: id,
    customerId: placed.customerId,
    amount: placed.pricing.total,
    currency: "INR",
    receipt: placed.number,
    ...payment,
  });
}

function pay(business: Business, { booking }: Operation): void {
  const id = paymentId(business, booking);
  const amount = business.state(payments, id)?.amount ?? 0;
  business.perform(payments, id, {
    type: "RecordCapture",
    gatewayPaymentId: `pay_${booking}`,
    orderId: `order_${booking}`,
    amount,
    currency: "INR",
    instrument: "upi",
  });
}

function accept(business: Business, { booking, provider, amount }: Operation): void {
  const id = bookingId(business, booking);
  business.perform(bookings, id, {
    type: "OfferToProvider",
    offerId: deriveId(id, "offer", business.now),
    providerId: providerId(business, provider),
    by: "staff",
    score: null,
    sharePercent: 60 + (amount % 41),
    respondBy: business.now,
    maxAttempts: 3,
    replace: true,
  });
  business.perform(bookings, id, { type: "ConfirmByStaff", notes: null });
}

function complete(business: Business, { booking, amount }: Operation): void {
  business.perform(bookings, bookingId(business, booking), {
    type: "CompleteBooking",
    providerId: null,
    completedAt: business.now,
    taxBorneByPlatform: amount % 2 === 0,
  });
}

function cancel(business: Business, { booking, amount }: Operation): void {
  const id = bookingId(business, booking);
  business.perform(bookings, id, {
    type: "CancelBooking",
    by: "admin",
    reason: "asked for",
    at: business.now,
    policy: {
      freeMinutes: 30,
      feePercent: 10,
      cancellableFrom: ["placed", "open", "confirmed"],
    },
    refundId: deriveId(id, "cancellation refund"),
    refundTo: "gateway",
    refundAmount: amount % 3 === 0 ? amount : null,
  });
}

function refund(business: Business, { booking, amount }: Operation): void {
  const id = bookingId(business, booking);
  business.perform(bookings, id, {
    type: "GrantRefund",
    refundId: deriveId(id, "refund", business.now),
    amount,
    reason: "asked for",
    notes: null,
    refundTo: amount % 3 === 0 ? "wallet" : "gateway",
  });
}

function payOut(business: Business, { what, provider, amount }: Operation): void {
  const payee = providerId(business, provider);
  const payoutId = deriveId(payee, "payout", amount % 5);
  if (what === "order payout") {
    business.perform(earnings, payee, {
      type: "ReserveForPayout",
      payoutId,
      payoutNumber: `PO-${amount % 5}`,
      rail: amount % 2 === 0 ? "upi" : "bank_transfer",
    });
  } else if (what === "pay out") {
    business.perform(payouts, payoutId, {
      type: "CompletePayout",
      bank: "main",
      bankTransactionId: `TXN${amount}`,
    });
  } else {
    business.perform(payouts, payoutId, { type: "FailPayout", reason: "closed account" });
  }
}
