import type { Minor } from "../../kernel/money.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { available, type WalletState } from "./state.js";

/** Only a whole number of minor units above zero can move. */
export function refuseAmount(amount: Minor): Rejection | undefined {
  if (Number.isSafeInteger(amount) && amount > 0) return undefined;
  return reject("invalid", "amount_not_positive", "The amount must be above zero.");
}

/**
 * Only what is neither spent nor held can be spent or held (DESIGN §7, liability ≥ 0). A wallet
 * that was never credited is an empty one: its owner hears of the balance, not of a missing thing.
 */
export function refuseOverspending(amount: Minor, state: WalletState): Rejection | undefined {
  if (amount <= available(state)) return undefined;
  return reject("invalid", "insufficient_balance", "Insufficient wallet balance.");
}
