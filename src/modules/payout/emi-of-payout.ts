import type { Minor } from "../../kernel/money.js";

/** An open booking with agreed instalments. */
export interface OpenEmi {
  readonly amount: Minor;
  readonly remaining: Minor;
}

/**
 * What a payout pays towards the payee's next instalment: the agreed amount, at most what the
 * booking still costs and what is left after tax. 2,000.00 of a net of 9,500.00 leaves 7,500.00
 * for the bank (EV Distribution, Create Payout Request: "EMI auto-fill").
 *
 * @param oldest the payee's oldest open booking with instalments; undefined pays nothing
 */
export function emiOfPayout(net: Minor, oldest: OpenEmi | undefined): Minor {
  return oldest === undefined ? 0 : Math.max(0, Math.min(oldest.amount, oldest.remaining, net));
}
