import fc from "fast-check";
import { bookings } from "../../../src/modules/booking/booking.js";
import { payouts } from "../../../src/modules/payout/payout.js";
import { withholding } from "../../../src/modules/payout/tax-of-payout.js";
import { captureForPayout } from "../../../src/modules/wallet/payout-leaving.js";
import { wallets } from "../../../src/modules/wallet/wallet.js";
import { evTerms } from "../../modules/booking/an-instalment-booking.js";
import type { Business } from "./business.js";

export const MEMBER = evTerms.customerId;
export const BOOKINGS = ["b0", "b1"];

/** One thing that a member or an admin does; whether it is possible the deciders say. */
export interface Step {
  readonly what:
    | "deposit"
    | "pair"
    | "book"
    | "pay"
    | "hold"
    | "cancel"
    | "ask"
    | "send"
    | "complete"
    | "reject";
  readonly which: 0 | 1;
  readonly amount: number;
  /** Whether the processes act before the next thing happens. */
  readonly settles: boolean;
}

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom("deposit" as const, "pay" as const) },
      { weight: 4, arbitrary: fc.constantFrom("book" as const, "hold" as const) },
      { weight: 4, arbitrary: fc.constantFrom("ask" as const, "send" as const) },
      { weight: 2, arbitrary: fc.constantFrom("complete" as const, "pair" as const) },
      { weight: 1, arbitrary: fc.constantFrom("reject" as const, "cancel" as const) },
    ),
    which: fc.constantFrom(0 as const, 1 as const),
    amount: fc.integer({ min: 1, max: 3_000_000 }),
    settles: fc.boolean(),
  }),
  { minLength: 30, maxLength: 80, size: "max" },
);

const TAX = { financialYear: "2025-26", number: 1, certificateNumber: "TDS202526001" };

export async function take(business: Business, step: Step): Promise<void> {
  business.pass(1);
  attempt(business, step, `${step.what}-${business.events.length}`);
  if (step.settles) await business.settle();
}

function attempt(business: Business, step: Step, id: string): void {
  const { what, amount } = step;
  const bookingId = BOOKINGS[step.which] ?? "b0";
  const payment = { paymentId: id, paymentNumber: 1, transactionId: id };
  switch (what) {
    case "deposit":
    case "pair":
      return credit(business, step, id);
    case "book":
      business.perform(bookings, bookingId, { type: "PlaceBooking", ...evTerms, bookingId });
      return;
    case "pay":
      business.perform(bookings, bookingId, {
        type: "PayInstalment",
        ...payment,
        amount: amount % 3 === 0 ? restOf(business, bookingId) : amount,
        method: "online",
      });
      return;
    case "hold":
      business.perform(wallets, MEMBER, {
        type: "PlaceHold",
        holdId: id,
        amount,
        purpose: { kind: "instalment", bookingId, ...payment },
      });
      return;
    case "cancel":
      return cancel(business, bookingId, id);
    case "ask":
      return ask(business, step, id);
    default:
      return move(business, step);
  }
}

function restOf(business: Business, bookingId: string): number {
  const state = business.state(bookings, bookingId);
  return state === null ? 0 : state.pricing.total - (state.paid ?? 0);
}

function credit(business: Business, { what, amount }: Step, transactionId: string): void {
  const about = { walletId: MEMBER, ownerId: MEMBER, currency: "INR", transactionId } as const;
  const deduction = { transactionId: `${transactionId} emi`, amount: 10_000 };
  business.perform(wallets, MEMBER, {
    type: "CreditWallet",
    ...about,
    ...(what === "pair"
      ? { amount: 50_000, kind: "pair_bonus", deduction }
      : { amount, kind: "deposit" }),
  });
}

function cancel(business: Business, bookingId: string, refundId: string): void {
  business.perform(bookings, bookingId, {
    type: "CancelBooking",
    by: "customer",
    reason: "",
    at: business.now,
    policy: { freeMinutes: 0, feePercent: 0, cancellableFrom: ["placed", "confirmed"] },
    refundId,
    refundTo: "wallet",
    refundAmount: null,
  });
}

/** Every payout there is or might be, so that later steps find some to move on. */
function payoutIds(business: Business): readonly string[] {
  return business.events.flatMap(({ type, data }) =>
    type === "PayoutRequested" ? [(data as { readonly payoutId: string }).payoutId] : [],
  );
}

function ask(business: Business, { which, amount }: Step, payoutId: string): void {
  const { tds, net } = withholding(amount, { percent: 5, most: 1_000_000 });
  const payment = { paymentId: `${payoutId} emi`, paymentNumber: 1, transactionId: payoutId };
  const emi =
    amount % 2 === 0 || net < 2
      ? null
      : { amount: Math.ceil(net / 3), bookingId: BOOKINGS[which] ?? "b0", ...payment };
  const terms = { payoutId, number: "1", rail: "bank_transfer", tds, net, emi } as const;
  business.perform(wallets, MEMBER, {
    type: "PlaceHold",
    holdId: payoutId,
    amount,
    purpose: { kind: "payout", ...terms, emiAutoFilled: emi !== null },
  });
}

/** As the routes do it: what is completed has left the wallet before. */
function move(business: Business, { what, amount }: Step): void {
  const ids = payoutIds(business);
  const id = ids[amount % Math.max(1, ids.length)];
  if (id === undefined) return;
  if (what === "send") {
    business.perform(payouts, id, { type: "SendPayout", tax: TAX });
  } else if (what === "reject") {
    business.perform(payouts, id, { type: "RejectPayout", reason: "no" });
  } else {
    const payout = business.state(payouts, id);
    if (payout?.status !== "processing") return;
    business.perform(wallets, MEMBER, captureForPayout(payout));
    business.perform(payouts, id, {
      type: "CompletePayout",
      bank: "main",
      bankTransactionId: `TXN${amount}`,
    });
  }
}
