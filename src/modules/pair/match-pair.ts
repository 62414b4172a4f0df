import { valueOf } from "../../kernel/id-map.js";
import { percentOf, type Minor } from "../../kernel/money.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { MatchPair } from "./commands.js";
import type { PairEvent } from "./events.js";
import { pairsInMonth, type Pairs } from "./state.js";

/**
 * One member of each leg makes a pair (EV Distribution, Check for Binary Pairs). Refuses a member
 * who has made a pair for this earner before, and more pairs a month than the terms allow: those
 * are not lost, since nobody is used up by a refusal.
 */
export function matchPair(command: MatchPair, state: Pairs): readonly PairEvent[] | Rejection {
  const { type: _type, at, activeBuyer: _activeBuyer, terms, ...pair } = command;
  if (valueOf(state.pairs, pair.pairId) !== undefined) return [];
  if (pairsInMonth(state, at) >= terms.monthlyMost) {
    return reject("conflict", "monthly_pairs_reached", "No pairs available");
  }
  const members = [pair.left, pair.right];
  if (members.some(({ memberId }) => valueOf(state.used, memberId) !== undefined)) {
    return reject("conflict", "member_used", "A member makes one pair for an earner.");
  }
  const { pairAmount, earning, currency } = terms;
  const pairNumber = state.pairs.size + 1;
  const emiDeducted = deduction(command, pairNumber);
  const money = { pairAmount, earning, emiDeducted, net: earning - emiDeducted, currency };
  const month = Number(at.slice(5, 7));
  const year = Number(at.slice(0, 4));
  return [{ type: "PairMatched", data: { ...pair, ...money, pairNumber, month, year } }];
}

/** In full at first, later less unless the earner is active (EV, Business Rules 3 and 4). */
function deduction({ activeBuyer, terms }: MatchPair, pairNumber: number): Minor {
  if (activeBuyer || pairNumber <= terms.fullCreditPairs) return 0;
  return percentOf(terms.earning, terms.deductionPercent);
}
