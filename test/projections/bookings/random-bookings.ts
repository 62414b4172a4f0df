import fc from "fast-check";
import type { Recorded } from "../../../src/kernel/event.js";
import { terms } from "../../modules/booking/a-booking.js";
import { recorded } from "../../platform/projecting/array-feed.js";

/** Few of each, so that bookings meet on a day, at a time and with a person. */
export const MARKETS = ["m", "n"] as const;
export const PEOPLE = ["person-1", "person-2"] as const;
export const DAYS = ["2026-01-08", "2026-01-09", "2026-01-10", "2026-01-11"] as const;
const INSTANTS = ["T00:00:00.000Z", "T06:30:00.000Z", "T23:59:59.999Z"] as const;

const day = fc.constantFrom(...DAYS);
const person = fc.constantFrom(...PEOPLE);
const instant = fc.tuple(day, fc.constantFrom(...INSTANTS)).map((parts) => parts.join(""));

const aBooking = fc.record({
  marketplace: fc.constantFrom(...MARKETS),
  customerId: person,
  placedAt: instant,
  visitAt: instant,
});

/** What may happen to a booking, with as much of each event as the read model takes. */
const COURSES: Readonly<Record<string, object>> = {
  BookingOpenedForAssignment: {},
  OfferAccepted: {},
  OfferDeclined: {},
  BookingConfirmedByStaff: {},
  ServiceStarted: {},
  BookingCompleted: {
    completedAt: "2026-01-12T00:00:00.000Z",
    split: { providerShare: 70 },
    paidBy: "gateway",
  },
  BookingCancelled: { by: "customer", reason: "", fee: 0, refund: 100, paymentId: "payment" },
};

const aStep = fc.tuple(
  fc.nat({ max: 999 }),
  fc.oneof(
    fc.constantFrom(...Object.keys(COURSES)).map((type) => ({ type, ...COURSES[type] })),
    person.map((providerId) => ({ type: "ProviderOffered", providerId })),
    fc.boolean().map((full) => ({ type: "RefundGranted", full, amount: 1 })),
  ),
);

type Placing = typeof aBooking extends fc.Arbitrary<infer T> ? T : never;

function happened(position: number, type: string, data: object, placing: Placing): Recorded {
  const event = recorded(position, type, data);
  const { marketplace, placedAt } = placing;
  return { ...event, metadata: { ...event.metadata, marketplace, occurredAt: placedAt } };
}

function placed(position: number, bookingId: string, placing: Placing): Recorded {
  const { customerId, placedAt, visitAt } = placing;
  const visit = { ...terms.visit, date: visitAt.slice(0, 10), startsAt: visitAt, endsAt: visitAt };
  const data = { ...terms, bookingId, number: bookingId, customerId, placedAt, visit };
  return happened(position, "BookingPlaced", data, placing);
}

/**
 * Logs of bookings that all begin by being placed and then take steps in turn. Which are legal is
 * the decider's business: the counts must follow whatever is in the log.
 */
export const anyBookings: fc.Arbitrary<readonly Recorded[]> = fc
  .tuple(fc.array(aBooking, { minLength: 1, maxLength: 24 }), fc.array(aStep, { maxLength: 48 }))
  .map(([placings, steps]) => {
    const log = placings.map((placing, index) =>
      placed((index + 1) * 10, `booking-${index}`, placing),
    );
    for (const [nth, { type, ...data }] of steps) {
      const index = nth % placings.length;
      const placing = placings[index];
      if (placing === undefined) continue;
      const position = (log.length + 1) * 10;
      log.push(happened(position, type, { bookingId: `booking-${index}`, ...data }, placing));
    }
    return log;
  });
