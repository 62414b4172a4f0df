import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { accrueEarning } from "./accrue-earning.js";
import type { EarningCommand } from "./commands.js";
import { earningEvents, type EarningEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { freeEarning, holdEarning } from "./hold-earning.js";
import { recordCashDebt } from "./record-cash-debt.js";
import { reserveForPayout } from "./reserve-for-payout.js";
import { reverseEarning } from "./reverse-earning.js";
import { markEarningsPaid, releaseEarnings } from "./settle-reservation.js";
import type { EarningsState } from "./state.js";

const NO_EARNINGS = reject("not_found", "earning_unknown", "The provider has no earnings.");

function decide(
  command: EarningCommand,
  state: EarningsState,
): readonly EarningEvent[] | Rejection {
  switch (command.type) {
    case "AccrueEarning":
      return accrueEarning(command, state);
    case "RecordCashDebt":
      return recordCashDebt(command, state);
    case "ReverseEarning":
      return state === null ? NO_EARNINGS : reverseEarning(command, state);
    case "HoldEarning":
      return state === null ? NO_EARNINGS : holdEarning(command, state);
    case "FreeEarning":
      return state === null ? NO_EARNINGS : freeEarning(command, state);
    case "ReserveForPayout":
      return reserveForPayout(command, state);
    case "MarkEarningsPaid":
      return markEarningsPaid(command.payoutId, state);
    case "ReleaseEarnings":
      return releaseEarnings(command.payoutId, state);
  }
}

/** What a provider has earned and owes, and what of it is being paid out; one stream each. */
export const earnings = defineAggregate<EarningCommand, EarningsState, EarningEvent>({
  category: "earnings",
  events: earningEvents,
  initial: null,
  decide,
  evolve,
});
