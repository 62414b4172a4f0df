import test from "ava";
import fc from "fast-check";
import { bookings } from "../../../src/modules/booking/booking.js";
import { splitOf } from "../../../src/modules/booking/completion.js";
import type { BookingEvent } from "../../../src/modules/booking/events.js";
import { given } from "../scenario.js";
import {
  accepted,
  completed,
  confirmed,
  done,
  ids,
  offered,
  opened,
  paidAndOpen,
  placedForCash,
  terms,
  underWay,
} from "./a-booking.js";
import { pricings } from "./pricings.js";

const complete = {
  type: "CompleteBooking",
  providerId: ids.provider,
  completedAt: "2024-01-20T06:20:00.000Z",
  taxBorneByPlatform: true,
} as const;

test("completing splits 1771.20: 1239.84 for the provider, 331.20 tax, 200.16 commission", (t) => {
  given(t, bookings, ...underWay)
    .when(complete)
    .yields(completed);
});

test("a confirmed booking and staff acting for the provider are good enough", (t) => {
  given(t, bookings, ...confirmed)
    .when(complete)
    .yields(completed);
  given(t, bookings, ...underWay)
    .when({ ...complete, providerId: null })
    .yields(completed);
});

test("a cash booking is paid by completing it", (t) => {
  if (completed.type !== "BookingCompleted") return t.fail();
  const inCash: BookingEvent = { ...completed, data: { ...completed.data, paidBy: "cash" } };
  given(t, bookings, placedForCash, opened, offered(), accepted).when(complete).yields(inCash);
});

test("a booking is completed once, and by nobody else", (t) => {
  given(t, bookings, ...done)
    .when(complete)
    .refuses("conflict", "booking_completed");
  given(t, bookings, ...underWay)
    .when({ ...complete, providerId: ids.other })
    .refuses("not_found", "booking_unknown");
});

test("a booking that nobody accepted is not completed", (t) => {
  given(t, bookings, ...paidAndOpen, offered())
    .when(complete)
    .refuses("conflict", "booking_open");
  given(t, bookings, ...paidAndOpen)
    .when({ ...complete, providerId: null })
    .refuses("conflict", "no_provider");
});

test("a provider whose offer is over cannot complete what another one confirmed", (t) => {
  const withdrawn: BookingEvent = {
    type: "OfferWithdrawn",
    data: { bookingId: ids.booking, offerId: "offer-1", providerId: ids.provider, reason: "" },
  };
  const next = offered(2, ids.other);
  const taken: BookingEvent = {
    type: "OfferAccepted",
    data: { bookingId: ids.booking, offerId: "offer-2", providerId: ids.other },
  };
  given(t, bookings, ...confirmed, withdrawn, next, taken)
    .when(complete)
    .refuses("conflict", "offer_not_open");
});

test("half of it refunded before, half of every part is left", (t) => {
  const half = splitOf(terms.pricing, 88_560, { sharePercent: 70, taxBorneByPlatform: true });
  t.deepEqual(half, {
    currency: "INR",
    total: 88_560,
    providerShare: 61_992,
    platformShare: 26_568,
    commission: 10_008,
    tax: 16_560,
  });
});

test("where the tax is set aside first, provider and platform share the rest", (t) => {
  const split = splitOf(terms.pricing, 0, { sharePercent: 70, taxBorneByPlatform: false });
  t.deepEqual([split.providerShare, split.commission, split.tax], [100_800, 43_200, 33_120]);
});

test("provider, commission and tax always sum to what is held", (t) => {
  fc.assert(
    fc.property(
      pricings().chain((pricing) =>
        fc.record({
          pricing: fc.constant(pricing),
          refunded: fc.integer({ min: 0, max: pricing.total }),
        }),
      ),
      fc.integer({ min: 0, max: 100 }),
      fc.boolean(),
      ({ pricing, refunded }, sharePercent, taxBorneByPlatform) => {
        const split = splitOf(pricing, refunded, { sharePercent, taxBorneByPlatform });
        const { providerShare, platformShare, commission, tax, total } = split;
        return (
          total === pricing.total - refunded &&
          providerShare + commission + tax === total &&
          providerShare + platformShare === total &&
          providerShare >= 0 &&
          tax >= 0 &&
          tax <= total
        );
      },
    ),
  );
  t.pass();
});
