import { isDeepStrictEqual } from "node:util";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { RequestPayout } from "./commands.js";
import type { PayoutEvent } from "./events.js";
import type { PayoutState } from "./state.js";

/**
 * Opens a payout of what was reserved for it. A net of 0 is allowed: it settles a debt without a
 * transfer.
 */
export function requestPayout(
  command: RequestPayout,
  state: PayoutState,
): readonly PayoutEvent[] | Rejection {
  const { type: _type, ...data } = command;
  if (state !== null) {
    const { status: _status, tax: _tax, ...requested } = state;
    if (isDeepStrictEqual(requested, data)) return [];
    return reject("conflict", "payout_exists", "This payout was already requested.");
  }
  const { gross, deduction, tds, net, emi } = data;
  if (Math.min(gross, deduction, tds, net) < 0 || gross !== deduction + tds + net) {
    return reject("invalid", "payout_unbalanced", "gross must be deduction + tds + net.");
  }
  if (emi !== null && (emi.amount <= 0 || emi.amount > net)) {
    return reject("invalid", "emi_out_of_range", "An instalment is paid out of the net.");
  }
  if (gross === 0) return reject("invalid", "nothing_to_pay", "There is nothing to pay out.");
  return [{ type: "PayoutRequested", data }];
}
