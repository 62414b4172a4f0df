import { percentOf, type Minor } from "../../kernel/money.js";

/** What is withheld of a payout; data of the market. */
export interface WithholdingPolicy {
  readonly percent: number;
  /** The most that is withheld of one request; it caps the tax, not the base. */
  readonly most: Minor;
}

/**
 * The tax withheld of one request and what is left of it: 5 % of 10,000.00 is 500.00 and leaves
 * 9,500.00; of 300,000.00 it is 10,000.00 (EV Distribution, Create Payout Request: "5% of
 * requested amount, maximum ₹10,000 ceiling"). Half a paisa rounds up.
 *
 * @param gross minor units above zero
 */
export function withholding(
  gross: Minor,
  { percent, most }: WithholdingPolicy,
): { readonly tds: Minor; readonly net: Minor } {
  const tds = Math.min(percentOf(gross, percent), most);
  return { tds, net: gross - tds };
}
