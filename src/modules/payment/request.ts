import { reject } from "../../kernel/rejection.js";
import type { RequestPayment } from "./commands.js";
import type { PaymentRequested } from "./events.js";
import type { Outcome } from "./outcome.js";
import type { PaymentState } from "./state.js";

const TERMS = [
  ...(["paymentId", "bookingId", "customerId", "amount", "currency"] as const),
  ...(["method", "gateway", "orderId", "receipt"] as const),
];

/** Opens the payment; refused if it is open already under other terms. */
export function request(command: RequestPayment, state: PaymentState): Outcome {
  const { type: _type, ...data } = command;
  if (state === null) return [{ type: "PaymentRequested", data }];
  return sameTerms(data, state)
    ? []
    : reject("conflict", "payment_exists", "The payment stands already under other terms.");
}

function sameTerms(one: PaymentRequested, other: PaymentRequested): boolean {
  return TERMS.every((term) => one[term] === other[term]);
}
