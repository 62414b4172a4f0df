import { sum, type Minor } from "../../kernel/money.js";
import { reject } from "../../kernel/rejection.js";
import { isCaptured } from "./capture.js";
import type { RecordChargeback } from "./commands.js";
import type { Outcome } from "./outcome.js";
import type { Payment } from "./state.js";

/**
 * The payment's stream puts the lost chargebacks over it in an order, so that a second one counts
 * from where the first has ended, however close together the gateway reports them.
 */
export function recordChargeback(
  { chargebackId, amount }: RecordChargeback,
  payment: Payment,
): Outcome {
  if (payment.chargebacks.some((known) => known.chargebackId === chargebackId)) return [];
  if (!isCaptured(payment)) {
    return reject("not_found", "not_captured", "There is no money to charge back.");
  }
  if (amount <= 0) {
    return reject("invalid", "amount_not_positive", "A chargeback takes more than nothing.");
  }
  const { paymentId, bookingId, customerId, currency } = payment;
  const before = chargedBackBefore(payment, chargebackId);
  const data = { paymentId, bookingId, customerId, chargebackId, amount, currency, before };
  return [{ type: "PaymentChargedBack", data }];
}

/** What lost chargebacks had taken of the payment before this one; all of it for an unknown one. */
export function chargedBackBefore({ chargebacks }: Payment, chargebackId: string): Minor {
  const index = chargebacks.findIndex((known) => known.chargebackId === chargebackId);
  const earlier = index === -1 ? chargebacks : chargebacks.slice(0, index);
  return sum(earlier.map(({ amount }) => amount));
}
