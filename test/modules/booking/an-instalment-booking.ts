import type { BookingEvent, InstalmentBookingPlaced } from "../../../src/modules/booking/events.js";

const bookingId = "5c1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c01";
const customerId = "5c1e6f0a-5d0e-4c5e-9f43-0a6b3a1f2c02";

/** The document's booking: 50,000.00 in ten instalments, confirmed at 5,000.00. */
export const evTerms: InstalmentBookingPlaced = {
  bookingId,
  number: "EVABC1234",
  serial: 1,
  customerId,
  placedAt: "2026-01-06T12:00:00.000Z",
  lines: [
    {
      serviceId: "EV Model X",
      name: "EV Model X",
      category: "vehicle",
      tier: "Premium",
      quantity: 1,
      unitPrice: 5_000_000,
      durationMinutes: 0,
    },
  ],
  pricing: {
    currency: "INR",
    subtotal: 5_000_000,
    savings: 0,
    discount: 0,
    tax: 0,
    total: 5_000_000,
  },
  instalments: {
    bookingAmount: 50_000,
    confirmAt: 500_000,
    activateAt: 500_000,
    emi: { amount: 500_000, count: 10, startsOn: "2026-02-01" },
  },
  visit: null,
  payment: null,
  contact: null,
  place: null,
};

export const evPlaced: BookingEvent = { type: "BookingPlaced", data: evTerms };

/** The command for the nth payment. */
export function instalment(nth: number, amount: number) {
  const transactionId = `TXN00000${nth}`;
  const payment = { paymentId: `p${nth}`, paymentNumber: nth, transactionId };
  return { type: "PayInstalment", ...payment, amount, method: "online" } as const;
}

/** The fact of the nth payment, after which so much is paid in all. */
export function instalmentPaid(nth: number, amount: number, paidInAll: number): BookingEvent {
  const { type: _type, ...payment } = instalment(nth, amount);
  const about = { bookingId, customerId, number: "EVABC1234", serial: 1 };
  const sums = { paidInAll, remaining: 5_000_000 - paidInAll, activateAt: 500_000 };
  return { type: "InstalmentPaid", data: { ...about, ...payment, currency: "INR", ...sums } };
}

const named = { bookingId, customerId, number: "EVABC1234" };

export const confirmed: BookingEvent = { type: "BookingConfirmedByPayment", data: named };

export const paidOff: BookingEvent = {
  type: "BookingPaidOff",
  data: { ...named, total: 5_000_000, currency: "INR" },
};
