import type {
  BookingCancelled,
  BookingEvent,
  BookingPlaced,
} from "../../../src/modules/booking/events.js";
import type { PaymentTerms } from "../../../src/modules/booking/facts.js";

export const ids = {
  booking: "0b1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c01",
  customer: "0b1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c02",
  payment: "0b1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c03",
  provider: "0b1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c04",
  other: "0b1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c05",
  refund: "0b1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c06",
};
export const PLACED_AT = "2024-01-17T09:00:00.000Z";
export const RESPOND_BY = "2024-01-17T09:15:00.000Z";
const { booking: bookingId, customer: customerId, payment: paymentId } = ids;

const ONLINE: PaymentTerms = {
  paymentId,
  method: "online",
  gateway: "razorpay",
  orderId: "order_1",
};
export const CASH: PaymentTerms = { paymentId, method: "cash", gateway: null, orderId: null };

/** The document's booking: two facials of 1000.00, 1771.20 in all. */
export const terms: BookingPlaced = {
  bookingId,
  number: "BK-20240120-123456",
  customerId,
  placedAt: PLACED_AT,
  lines: [
    {
      serviceId: "0b1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c07",
      name: "Gold Facial",
      category: "Facial",
      tier: "premium",
      quantity: 2,
      unitPrice: 100_000,
      durationMinutes: 60,
    },
  ],
  pricing: {
    currency: "INR",
    subtotal: 200_000,
    savings: 40_000,
    discount: 16_000,
    tax: 33_120,
    total: 177_120,
  },
  visit: {
    date: "2024-01-20",
    time: "10:00:00",
    startsAt: "2024-01-20T04:30:00.000Z",
    endsAt: "2024-01-20T06:30:00.000Z",
  },
  payment: ONLINE,
  promoCode: "SAVE10",
  policyAccepted: true,
  contact: { name: "Asha Rao", phone: "+911234567890", email: null },
  place: {
    addressId: "0b1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c08",
    name: "Home",
    line1: "1 Church Street",
    line2: null,
    city: "Bengaluru",
    state: "Karnataka",
    pincode: "560001",
    lat: 12.9716,
    lng: 77.5946,
  },
};

export const placed: BookingEvent = { type: "BookingPlaced", data: terms };
export const placedForCash: BookingEvent = {
  type: "BookingPlaced",
  data: { ...terms, payment: CASH },
};
export const paid: BookingEvent = {
  type: "BookingPaid",
  data: { bookingId, paymentId, amount: 177_120, currency: "INR" },
};
export const opened: BookingEvent = { type: "BookingOpenedForAssignment", data: { bookingId } };
export const paidAndOpen = [placed, paid, opened] as const;

/** What names the nth offer, and its provider. */
export function about(nth = 1, providerId = ids.provider) {
  return { bookingId, offerId: `offer-${nth}`, providerId };
}

export function offered(nth = 1, providerId = ids.provider, by: "auto" | "staff" = "auto") {
  const details = { attempt: nth, by, score: null, sharePercent: 70, respondBy: RESPOND_BY };
  return { type: "ProviderOffered", data: { ...about(nth, providerId), ...details } } as const;
}

export const accepted: BookingEvent = { type: "OfferAccepted", data: about() };
export const departed: BookingEvent = {
  type: "ProviderDeparted",
  data: { ...about(), estimatedArrival: "2024-01-20T04:25:00.000Z" },
};
export const arrived: BookingEvent = { type: "ProviderArrived", data: about() };
export const started: BookingEvent = { type: "ServiceStarted", data: about() };
export const confirmed = [...paidAndOpen, offered(), accepted] as const;
export const underWay = [...confirmed, departed, arrived, started] as const;

export const completed: BookingEvent = {
  type: "BookingCompleted",
  data: {
    ...about(),
    number: terms.number,
    customerId,
    completedAt: "2024-01-20T06:20:00.000Z",
    paidBy: "gateway",
    paymentId,
    sharePercent: 70,
    split: {
      currency: "INR",
      total: 177_120,
      providerShare: 123_984,
      platformShare: 53_136,
      commission: 20_016,
      tax: 33_120,
    },
  },
};
export const done = [...underWay, completed] as const;

/** Cancelled by the customer before anybody took it, all of what was paid going back. */
export function cancelled(change: Partial<BookingCancelled> = {}): BookingEvent {
  const data: BookingCancelled = {
    bookingId,
    number: terms.number,
    customerId,
    providerId: null,
    offerAccepted: false,
    paymentId,
    by: "customer",
    reason: "Change of plans",
    currency: "INR",
    paid: 177_120,
    fee: 0,
    refund: 177_120,
    refundId: ids.refund,
    refundTo: "gateway",
    gateway: "razorpay",
    ...change,
  };
  return { type: "BookingCancelled", data };
}
