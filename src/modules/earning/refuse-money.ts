import type { Currency, Minor } from "../../kernel/money.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { EarningsState } from "./state.js";

/** Amounts are not negative, and one provider earns and owes in one currency. */
export function refuseMoney(
  amount: Minor,
  currency: Currency,
  state: EarningsState,
): Rejection | undefined {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    return reject("invalid", "amount_negative", "The amount must not be negative.");
  }
  if (state !== null && state.currency !== currency) {
    return reject("invalid", "currency_differs", `This provider earns in ${state.currency}.`);
  }
  return undefined;
}
