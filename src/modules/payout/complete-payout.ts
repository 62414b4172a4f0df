import { reject, type Rejection } from "../../kernel/rejection.js";
import type { CompletePayout } from "./commands.js";
import type { PayoutEvent } from "./events.js";
import { moneyOf } from "./money-of-payout.js";
import type { Payout } from "./state.js";

/**
 * Confirms that the money has left. A transfer has the bank's reference, or finance could not
 * match it with the statement; one by UPI has UPI's or the bank's (Minuteserv, Process Payout
 * prints only the bank's). A payout that transfers nothing needs none.
 */
export function completePayout(
  { bank, bankTransactionId = null, upiTransactionId = null, notes = null }: CompletePayout,
  state: Payout,
): readonly PayoutEvent[] | Rejection {
  const ofUpi = state.rail === "upi" ? upiTransactionId : null;
  const reference = ofUpi ?? bankTransactionId;
  const transferred = state.net - (state.emi?.amount ?? 0);
  if (transferred > 0 && (reference === null || reference.trim() === "")) {
    return reject("invalid", "transaction_id_missing", "The transfer's reference is missing.");
  }
  const data = { ...moneyOf(state), bank, bankTransactionId, upiTransactionId, notes };
  return [{ type: "PayoutCompleted", data }];
}
