import type { Payout } from "./state.js";

/** What every event of a payout repeats, so that each can be posted without a look back. */
export function moneyOf(payout: Payout) {
  const { payoutId, payeeId, source, rail, currency, gross, deduction, tds, net } = payout;
  return { payoutId, payeeId, source, rail, currency, gross, deduction, tds, net };
}
