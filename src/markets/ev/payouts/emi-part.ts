import type { App } from "../../../kernel/app.js";
import type { Minor } from "../../../kernel/money.js";
import { callerId } from "../../../kernel/caller.js";
import { emiOfPayout } from "../../../modules/payout/emi-of-payout.js";
import type { EmiPart } from "../../../kernel/payout-facts.js";
import { oldestOpenEmi } from "../../../../projections/instalment-bookings.js";
import { transactionNumber } from "../bookings/transaction-number.js";
import { MARKETPLACE } from "../policy.js";

/**
 * The instalment that a payout of the caller's pays on the way: the next one of their oldest open
 * booking with an EMI (EV-A30); null where there is none to pay.
 */
export async function emiPart(app: App, net: Minor): Promise<EmiPart | null> {
  const oldest = await oldestOpenEmi(app.reads, MARKETPLACE, callerId(app));
  if (oldest === undefined || oldest.emi_amount === null) return null;
  const next = { amount: oldest.emi_amount, remaining: oldest.total - oldest.paid };
  const amount = emiOfPayout(net, next);
  if (amount === 0) return null;
  const paymentNumber = await app.numbers.next("ev.payment", app.envelope);
  return {
    amount,
    bookingId: oldest.id,
    paymentId: app.id("emi payment"),
    paymentNumber,
    transactionId: transactionNumber(paymentNumber),
  };
}
