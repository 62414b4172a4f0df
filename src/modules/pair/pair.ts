import { defineAggregate } from "../../kernel/decider.js";
import { valueOf, withId } from "../../kernel/id-map.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { MarkPairProcessed, PairCommand } from "./commands.js";
import { pairEvents, type PairEvent, type PairMatched } from "./events.js";
import { matchPair } from "./match-pair.js";
import { NO_PAIRS, type Pairs } from "./state.js";

type Outcome = readonly PairEvent[] | Rejection;

function decide(command: PairCommand, state: Pairs): Outcome {
  return command.type === "MatchPair" ? matchPair(command, state) : markProcessed(command, state);
}

function markProcessed({ pairId, earnerId }: MarkPairProcessed, state: Pairs): Outcome {
  const status = valueOf(state.pairs, pairId);
  if (status === undefined) return reject("not_found", "pair_unknown", "There is no such pair.");
  if (status === "processed") return [];
  return [{ type: "PairProcessed", data: { pairId, earnerId } }];
}

function evolve(state: Pairs, event: PairEvent): Pairs {
  if (event.type === "PairMatched") return matched(state, event.data);
  return { ...state, pairs: withId(state.pairs, event.data.pairId, "processed") };
}

function matched(state: Pairs, { pairId, left, right, year, month }: PairMatched): Pairs {
  const inMonth = `${year}-${String(month).padStart(2, "0")}`;
  return {
    pairs: withId(state.pairs, pairId, "matched"),
    used: withId(withId(state.used, left.memberId, true), right.memberId, true),
    lastTaken: { left: left.memberId, right: right.memberId },
    byMonth: { ...state.byMonth, [inMonth]: (state.byMonth[inMonth] ?? 0) + 1 },
  };
}

/** All pairs of one earner: one stream, so that no member is ever paid for twice. */
export const pairs = defineAggregate<PairCommand, Pairs, PairEvent>({
  category: "pairs",
  events: pairEvents,
  initial: NO_PAIRS,
  decide,
  evolve,
});
