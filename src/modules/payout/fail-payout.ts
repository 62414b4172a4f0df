import type { FailPayout } from "./commands.js";
import type { PayoutEvent } from "./events.js";
import { moneyOf } from "./money-of-payout.js";
import type { Payout } from "./state.js";

/** Ends a payout without a transfer; what was reserved for it is freed by a process. */
export function failPayout({ reason }: FailPayout, state: Payout): readonly PayoutEvent[] {
  return [{ type: "PayoutFailed", data: { ...moneyOf(state), reason } }];
}
