import type { Currency, Minor } from "../../kernel/money.js";
import type { BankAccount, EmiPart } from "../../kernel/payout-facts.js";
import type { RequestPayout } from "./commands.js";

/** A wallet's money that was set aside for one payout, as the wallet's own stream tells it. */
interface Held {
  readonly holdId: string;
  readonly ownerId: string;
  readonly currency: Currency;
  readonly amount: Minor;
  readonly bankAccount: BankAccount | null;
}

interface Purpose {
  readonly payoutId: string;
  readonly number: string;
  readonly rail: "bank_transfer" | "upi";
  readonly tds: Minor;
  readonly net: Minor;
  readonly emiAutoFilled: boolean;
  readonly emi: EmiPart | null;
}

/** The payout that a hold is for; staff take it on before it leaves the wallet. */
export function payoutOfHold(held: Held, purpose: Purpose): RequestPayout {
  const { holdId, ownerId, currency, amount, bankAccount } = held;
  const { payoutId, number, rail, tds, net, emiAutoFilled, emi } = purpose;
  return {
    type: "RequestPayout",
    payoutId,
    number,
    payeeId: ownerId,
    source: "wallet",
    rail,
    currency,
    gross: amount,
    deduction: 0,
    tds,
    net,
    emi,
    earningIds: [],
    course: "approved",
    holdId,
    emiAutoFilled,
    bankAccount,
  };
}
