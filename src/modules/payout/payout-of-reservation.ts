import type { Currency, Minor } from "../../kernel/money.js";
import type { RequestPayout } from "./commands.js";

/** Earnings that were set aside for one payout, as their own stream tells it. */
interface Reserved {
  readonly providerId: string;
  readonly payoutId: string;
  readonly payoutNumber: string;
  readonly earningIds: readonly string[];
  readonly rail: "bank_transfer" | "upi";
  readonly currency: Currency;
  readonly gross: Minor;
  readonly deduction: Minor;
  readonly net: Minor;
}

/** The payout that a reservation is for; providers' payouts bear no TDS (Minuteserv, payouts). */
export function payoutOfReservation(reserved: Reserved): RequestPayout {
  const { payoutId, rail, currency, gross, deduction, net, earningIds } = reserved;
  return {
    type: "RequestPayout",
    payoutId,
    number: reserved.payoutNumber,
    payeeId: reserved.providerId,
    source: "provider",
    rail,
    currency,
    gross,
    deduction,
    tds: 0,
    net,
    emi: null,
    earningIds,
    course: "direct",
    holdId: null,
    emiAutoFilled: false,
    bankAccount: null,
  };
}
