import type { Payout } from "./state.js";

/** What every event of a payout repeats, so that each can be posted without a look back. */
export function moneyOf(payout: Payout) {
  const { payoutId, payeeId, source, rail, currency, gross, deduction, tds, net, emi } = payout;
  return { payoutId, payeeId, source, rail, currency, gross, deduction, tds, net, emi };
}

/** The same, with what it is drawn on and what it is called. */
export function drawnBy(payout: Payout) {
  const { number, holdId } = payout;
  return { ...moneyOf(payout), number, holdId };
}
