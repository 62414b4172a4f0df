import fc from "fast-check";
import type { BookingCommand, OfferToProvider } from "../../../src/modules/booking/commands.js";
import { CASH, ids, PLACED_AT, terms } from "./a-booking.js";
import { pricings } from "./pricings.js";

const provider = fc.constantFrom(ids.provider, ids.other);
const refundId = fc.constantFrom("r1", "r2", "r3", "r4");
const refundTo = fc.constantFrom("gateway" as const, "wallet" as const);
const amount = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -5, max: 200_000 }) },
  fc.integer({ min: 0, max: 200_000_000 }),
);
const at = fc
  .integer({ min: 0, max: 30 })
  .map((minutes) => new Date(Date.parse(PLACED_AT) + minutes * 60_000).toISOString());

const offer: fc.Arbitrary<OfferToProvider> = fc.record({
  type: fc.constant("OfferToProvider"),
  offerId: fc.constantFrom("o1", "o2", "o3", "o4", "o5"),
  providerId: provider,
  by: fc.constantFrom("auto", "staff"),
  score: fc.constant(null),
  sharePercent: fc.constantFrom(0, 70, 85.5, 100),
  respondBy: at,
  maxAttempts: fc.constant(3),
  replace: fc.boolean(),
});

function chargeback(money: fc.Arbitrary<number>): fc.Arbitrary<BookingCommand> {
  return fc.record({
    type: fc.constant("NoteChargeback" as const),
    chargebackId: fc.constantFrom("c1", "c2"),
    amount: money.map((some) => Math.max(1, some)),
  });
}

function anyLater(total: number): fc.Arbitrary<BookingCommand> {
  const money = fc.oneof(amount, fc.constantFrom(total, Math.floor(total / 3)));
  const policy = fc.record({
    freeMinutes: fc.constantFrom(0, 5),
    feePercent: fc.constantFrom(0, 10, 100),
    cancellableFrom: fc.constant(["placed", "open", "confirmed"] as const),
  });
  const { payment: paymentId } = ids;
  const apply = { paymentId, amount: total, currency: "INR" } as const;
  const text = fc.constant("why");
  return fc.oneof(
    fc.record({ type: fc.constant("ApplyPayment" as const), refundId }).map((c) => ({
      ...c,
      ...apply,
    })),
    offer,
    fc.record({ type: fc.constant("QueueForManualAssignment" as const), reason: text }),
    fc.record({ type: fc.constant("AcceptOffer" as const), providerId: provider, at }),
    fc.record({ type: fc.constant("DeclineOffer" as const), providerId: provider, reason: text }),
    fc.record({
      type: fc.constant("ExpireOffer" as const),
      offerId: fc.constantFrom("o1", "o2", "o3"),
      at,
    }),
    fc.record({ type: fc.constant("ConfirmByStaff" as const), notes: text }),
    fc.record({
      type: fc.constant("DepartToCustomer" as const),
      providerId: provider,
      estimatedArrival: fc.constant(null),
    }),
    fc.record({
      type: fc.constant("ArriveAtCustomer" as const),
      providerId: provider,
      startsOnArrival: fc.boolean(),
    }),
    fc.record({ type: fc.constant("StartService" as const), providerId: fc.option(provider) }),
    fc.record({
      type: fc.constant("CompleteBooking" as const),
      providerId: fc.option(provider),
      completedAt: at,
      taxBorneByPlatform: fc.boolean(),
    }),
    fc.record({
      type: fc.constant("CancelBooking" as const),
      by: fc.constantFrom("customer" as const, "admin" as const),
      reason: text,
      at,
      policy,
      refundId,
      refundTo,
      refundAmount: fc.option(money, { freq: 2 }),
    }),
    fc.record({
      type: fc.constant("GrantRefund" as const),
      refundId,
      amount: money,
      reason: text,
      notes: fc.constant(null),
      refundTo,
    }),
    chargeback(money),
    fc.record({
      type: fc.constant("RateBooking" as const),
      customerId: fc.constantFrom(ids.customer, ids.other),
      rating: fc.integer({ min: 0, max: 6 }),
      feedback: fc.constant(null),
    }),
  );
}

/** The straight way to a completed booking, with an offer id of its own. */
function straightOn(total: number, sharePercent: number): readonly BookingCommand[] {
  const { payment: paymentId, provider: providerId } = ids;
  const money = { paymentId, amount: total, currency: "INR" } as const;
  const details = { by: "auto", score: null, sharePercent, respondBy: PLACED_AT } as const;
  const limits = { maxAttempts: 3, replace: false };
  const completion = { completedAt: PLACED_AT, taxBorneByPlatform: true };
  return [
    { type: "ApplyPayment", ...money, refundId: "r0" },
    { type: "OfferToProvider", offerId: "o0", providerId, ...details, ...limits },
    { type: "AcceptOffer", providerId, at: PLACED_AT },
    { type: "CompleteBooking", providerId, ...completion },
  ];
}

/**
 * Any order, placed online or for cash and gone some way, perhaps to its completion; then whatever
 * people and processes try with it.
 */
export function anyCourse(): fc.Arbitrary<readonly BookingCommand[]> {
  const far = fc.integer({ min: 0, max: 4 });
  const shares = fc.integer({ min: 0, max: 100 });
  return pricings().chain((pricing) =>
    fc
      .tuple(
        fc.boolean(),
        far,
        shares,
        fc.array(anyLater(pricing.total), { maxLength: 40, size: "max" }),
      )
      .map(([inCash, steps, share, later]) => {
        const payment = inCash ? CASH : terms.payment;
        const before = straightOn(pricing.total, share).slice(0, steps);
        return [{ type: "PlaceBooking", ...terms, pricing, payment }, ...before, ...later];
      }),
  );
}
