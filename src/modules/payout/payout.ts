import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { PayoutCommand } from "./commands.js";
import { completePayout } from "./complete-payout.js";
import { payoutEvents, type PayoutEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { failPayout } from "./fail-payout.js";
import { requestPayout } from "./request-payout.js";
import type { PayoutState } from "./state.js";

/** Completed and failed are final (Minuteserv, Process Payout). */
function decide(command: PayoutCommand, state: PayoutState): readonly PayoutEvent[] | Rejection {
  if (command.type === "RequestPayout") return requestPayout(command, state);
  if (state === null) return reject("not_found", "payout_unknown", "There is no such payout.");
  if (state.status !== "pending") {
    return reject("conflict", `payout_${state.status}`, `The payout is already ${state.status}.`);
  }
  return command.type === "CompletePayout"
    ? completePayout(command, state)
    : failPayout(command, state);
}

/** Money on its way to a provider or a member, drawn on their payable or wallet. */
export const payouts = defineAggregate<PayoutCommand, PayoutState, PayoutEvent>({
  category: "payout",
  events: payoutEvents,
  initial: null,
  decide,
  evolve,
});
