import { reversal } from "../../kernel/reversal.js";
import type { Minor } from "../../kernel/money.js";
import type { RefundLegs, Split } from "./facts.js";

type SplitLegs = Pick<RefundLegs, "provider" | "commission" | "tax">;

/**
 * What a refund takes back of each part of a split: pro rata, cumulative (three partial refunds
 * equal one), the odd paisa on the provider's leg and never on the tax (DESIGN §7).
 *
 * @param already minor units of this split that were given back before
 * @param amount minor units to give back now
 */
export function reversalOfSplit(split: Split, already: Minor, amount: Minor): SplitLegs {
  if (split.commission < 0) return reversalOfSubsidised(split, already, amount);
  const { providerShare, commission, tax } = split;
  const legs = reversal([providerShare, commission, tax], already, amount);
  const [fromProvider = 0, fromCommission = 0, fromTax = 0] = legs;
  return { provider: fromProvider, commission: fromCommission, tax: fromTax };
}

/**
 * Where the platform paid part of the tax from its own pocket, that subsidy comes back to it in
 * the same proportion: a negative leg, out of which the provider's grows.
 */
function reversalOfSubsidised(split: Split, already: Minor, amount: Minor): SplitLegs {
  const { total, tax, commission } = split;
  const subsidy = -commission;
  const [, fromTax = 0] = reversal([total - tax, tax], already, amount);
  const [, back = 0] = reversal([total - subsidy, subsidy], already, amount);
  return { provider: amount - fromTax + back, commission: back === 0 ? 0 : -back, tax: fromTax };
}
