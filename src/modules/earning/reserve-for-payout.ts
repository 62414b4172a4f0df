import { valueOf } from "../../kernel/id-map.js";
import { sum } from "../../kernel/money.js";
import { isRejection, reject, type Rejection } from "../../kernel/rejection.js";
import type { ReserveForPayout } from "./commands.js";
import type { EarningEvent } from "./events.js";
import { payableEarnings } from "./payable-earnings.js";
import type { EarningsState } from "./state.js";

/**
 * Sets earnings aside for one payout and nets what the provider owes, as far as it goes. One
 * decision on one stream: no earning is in two payouts. A net of 0 is allowed; such a payout
 * settles the debt without a transfer.
 */
export function reserveForPayout(
  command: ReserveForPayout,
  state: EarningsState,
): readonly EarningEvent[] | Rejection {
  if (state === null) return nothingToPay();
  const { payoutId, payoutNumber, rail } = command;
  const known = valueOf(state.payouts, payoutId);
  if (known !== undefined) {
    if (known.payoutNumber === payoutNumber) return [];
    return reject("conflict", "payout_differs", "The payout has another number.");
  }
  const chosen = payableEarnings(command.earningIds, state);
  if (isRejection(chosen)) return chosen;
  const gross = sum(chosen.map(({ amount }) => amount));
  if (gross === 0) return nothingToPay();
  const deduction = Math.min(gross, state.debt);
  const { providerId, currency } = state;
  const earningIds = chosen.map(({ earningId }) => earningId);
  const about = { providerId, payoutId, payoutNumber, earningIds, rail, currency };
  const data = { ...about, gross, deduction, net: gross - deduction };
  return [{ type: "EarningsReserved", data }];
}

function nothingToPay(): Rejection {
  return reject("invalid", "nothing_to_pay", "There are no pending earnings to pay out.");
}
