import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { PayoutCommand, StandingPayoutCommand } from "./commands.js";
import { completePayout } from "./complete-payout.js";
import { payoutEvents, type PayoutEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { failPayout } from "./fail-payout.js";
import { requestPayout } from "./request-payout.js";
import { cancelPayout, rejectPayout, sendPayout } from "./send-payout.js";
import type { Payout, PayoutState } from "./state.js";
import { STEPS } from "./steps.js";

function decide(command: PayoutCommand, state: PayoutState): readonly PayoutEvent[] | Rejection {
  if (command.type === "RequestPayout") return requestPayout(command, state);
  if (state === null) return reject("not_found", "payout_unknown", "There is no such payout.");
  if (!STEPS[state.course][command.type].includes(state.status)) {
    return reject("conflict", `payout_${state.status}`, `The payout is already ${state.status}.`);
  }
  return step(command, state);
}

function step(command: StandingPayoutCommand, payout: Payout): readonly PayoutEvent[] | Rejection {
  switch (command.type) {
    case "SendPayout":
      return sendPayout(command, payout);
    case "CompletePayout":
      return completePayout(command, payout);
    case "FailPayout":
      return failPayout(command, payout);
    case "RejectPayout":
      return rejectPayout(command, payout);
    case "CancelPayout":
      return cancelPayout(payout);
  }
}

/** Money on its way to a provider or a member, drawn on their payable or wallet. */
export const payouts = defineAggregate<PayoutCommand, PayoutState, PayoutEvent>({
  category: "payout",
  events: payoutEvents,
  initial: null,
  decide,
  evolve,
});
