import { reversal } from "../../kernel/reversal.js";
import { percentOf, type Minor } from "../../kernel/money.js";
import { isRejection, reject } from "../../kernel/rejection.js";
import type { CompleteBooking } from "./commands.js";
import type { Pricing, Split } from "./facts.js";
import { refunded } from "./held-money.js";
import { refuseUnlessPossible } from "./lifecycle.js";
import { isLive, named, offerHeldBy } from "./live-offer.js";
import type { Outcome } from "./outcome.js";
import type { VisitBooking } from "./state.js";

/**
 * Completes the booking and splits its money. Needs a provider who accepted it; that they were on
 * the way and arrived is not insisted on. Refused a second time.
 */
export function complete(command: CompleteBooking, booking: VisitBooking): Outcome {
  const held = offerHeldBy(booking, command.providerId);
  if (isRejection(held)) return held;
  const refusal = refuseUnlessPossible(booking, "BookingCompleted");
  if (refusal !== undefined) return refusal;
  if (!isLive(held)) {
    return reject("conflict", "offer_not_open", "This offer is answered or over already.");
  }
  const { number, customerId, pricing, payment } = booking;
  const { sharePercent } = held;
  const { completedAt, taxBorneByPlatform } = command;
  const split = splitOf(pricing, refunded(booking), { sharePercent, taxBorneByPlatform });
  const paidBy = payment.method === "cash" ? "cash" : "gateway";
  const { paymentId } = payment;
  const about = { ...named(booking, held), number, customerId };
  const data = { ...about, completedAt, paidBy, paymentId, sharePercent, split } as const;
  return [{ type: "BookingCompleted", data }];
}

/** How a market shares a booking's total. */
export interface SplitPolicy {
  /** Percent for the provider. */
  readonly sharePercent: number;
  /** The share is taken of the whole; otherwise of what is left once the tax is set aside. */
  readonly taxBorneByPlatform: boolean;
}

/**
 * Splits what is held after earlier refunds: 177120 at 70 % and a tax of 33120 gives the provider
 * 123984 and the platform 53136, of which 33120 are owed as tax and 20016 are its commission
 * (Minuteserv, partner_earnings: the share is taken of `grand_total`).
 *
 * The tax shrinks in the same proportion as the total. Where the platform's part does not cover
 * it, as with large savings, the commission is negative: the provider's promise and the tax
 * office come first.
 */
export function splitOf(pricing: Pricing, refundedBefore: Minor, policy: SplitPolicy): Split {
  const { currency, total: original, tax: fullTax } = pricing;
  const [, taxBack = 0] = reversal([original - fullTax, fullTax], 0, refundedBefore);
  const total = original - refundedBefore;
  const tax = fullTax - taxBack;
  const base = policy.taxBorneByPlatform ? total : total - tax;
  const providerShare = percentOf(base, policy.sharePercent);
  const platformShare = total - providerShare;
  return { currency, total, providerShare, platformShare, commission: platformShare - tax, tax };
}
