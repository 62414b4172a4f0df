import test from "ava";
import { fold } from "../../../src/kernel/decider.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import type { MatchPair, PairTerms } from "../../../src/modules/pair/commands.js";
import type { PairEvent, PairMatched } from "../../../src/modules/pair/events.js";
import { pairs } from "../../../src/modules/pair/pair.js";
import { given } from "../scenario.js";

const terms: PairTerms = {
  pairAmount: 100_000,
  earning: 50_000,
  currency: "INR",
  fullCreditPairs: 5,
  deductionPercent: 20,
  monthlyMost: 10,
};

/** The nth pair that an earner asks for. */
function match(nth: number, more: Partial<MatchPair> = {}): MatchPair {
  return {
    type: "MatchPair",
    pairId: `pair ${nth}`,
    number: 100 + nth,
    earnerId: "anna",
    earnerNumber: 1,
    left: { memberId: `left ${nth}`, number: 2 * nth },
    right: { memberId: `right ${nth}`, number: 2 * nth + 1 },
    at: "2026-01-31T23:59:59.999Z",
    activeBuyer: false,
    terms,
    ...more,
  };
}

/** The first pairs of an earner as facts. */
function history(count: number, more: Partial<MatchPair> = {}): readonly PairEvent[] {
  const facts: PairEvent[] = [];
  for (let nth = 1; nth <= count; nth += 1) {
    const decided = pairs.decide(match(nth, more), fold(pairs, facts));
    if (isRejection(decided)) throw new Error(decided.message);
    facts.push(...decided);
  }
  return facts;
}

const first: PairMatched = {
  pairId: "pair 1",
  number: 101,
  earnerId: "anna",
  earnerNumber: 1,
  left: { memberId: "left 1", number: 2 },
  right: { memberId: "right 1", number: 3 },
  pairAmount: 100_000,
  earning: 50_000,
  emiDeducted: 0,
  net: 50_000,
  currency: "INR",
  pairNumber: 1,
  month: 1,
  year: 2026,
};

test("a pair says what was matched, what it earns and in which month (EV-R139, R140)", (t) => {
  given(t, pairs).when(match(1)).yields({ type: "PairMatched", data: first });
});

/** Pair number, deducted, net of all so far; minor units. */
type Earnings = ReadonlyArray<readonly [pairNumber: number, deducted: number, netSoFar: number]>;

const NOT_ACTIVE: Earnings = [
  [1, 0, 50000],
  [2, 0, 100000],
  [3, 0, 150000],
  [4, 0, 200000],
  [5, 0, 250000],
  [6, 10000, 290000],
  [7, 10000, 330000],
  [8, 10000, 370000],
  [9, 10000, 410000],
  [10, 10000, 450000],
];

const ACTIVE: Earnings = [
  [1, 0, 50000],
  [2, 0, 100000],
  [3, 0, 150000],
  [4, 0, 200000],
  [5, 0, 250000],
  [6, 0, 300000],
  [7, 0, 350000],
  [8, 0, 400000],
  [9, 0, 450000],
  [10, 0, 500000],
];

function earnings(activeBuyer: boolean): Earnings {
  let net = 0;
  return history(10, { activeBuyer }).map(({ data }) => {
    if (!("net" in data)) throw new Error("another fact than a pair");
    net += data.net;
    return [data.pairNumber, data.emiDeducted, net];
  });
}

test("the first five are paid in full, later ones 20 % less (EV-R143, R144)", (t) => {
  t.deepEqual(earnings(false), NOT_ACTIVE);
});

test("an active buyer is paid in full (EV-R145)", (t) => {
  t.deepEqual(earnings(true), ACTIVE);
});

test("what counts is whether the earner is active at the match; nothing is given back", (t) => {
  const [sixth, seventh] = [match(6), match(7, { activeBuyer: true })];
  const facts = history(5);
  const after = [...facts, ...decided(sixth, facts)];
  t.like(decided(sixth, facts)[0], { data: { emiDeducted: 10_000, net: 40_000 } });
  t.like(decided(seventh, after)[0], { data: { emiDeducted: 0, net: 50_000, pairNumber: 7 } });
});

function decided(command: MatchPair, facts: readonly PairEvent[]): readonly PairEvent[] {
  const outcome = pairs.decide(command, fold(pairs, facts));
  if (isRejection(outcome)) throw new Error(outcome.message);
  return outcome;
}

test("the eleventh of a month is refused and possible in the next (EV-R141, R142)", (t) => {
  const ten = history(10);
  given(t, pairs, ...ten)
    .when(match(11))
    .refuses("conflict", "monthly_pairs_reached");
  const later = match(11, { at: "2026-02-01T00:00:00.000Z" });
  t.like(decided(later, ten)[0], { data: { pairNumber: 11, month: 2, emiDeducted: 10_000 } });
});

test("each month has its own ten", (t) => {
  const january = history(10);
  const facts = [...january];
  for (let nth = 11; nth <= 20; nth += 1) {
    facts.push(...decided(match(nth, { at: "2027-01-01T00:00:00.000Z" }), facts));
  }
  given(t, pairs, ...facts)
    .when(match(21, { at: "2027-01-31T12:00:00.000Z" }))
    .refuses("conflict", "monthly_pairs_reached");
});

test("a member makes one pair for an earner, on whichever side (EV-R136)", (t) => {
  const used = { memberId: "left 1", number: 2 };
  given(t, pairs, ...history(1))
    .when(match(2, { left: used }))
    .refuses("conflict", "member_used");
  given(t, pairs, ...history(1))
    .when(match(2, { right: used }))
    .refuses("conflict", "member_used");
});

test("a repeat of a pair changes nothing, also at the end of the month's ten", (t) => {
  given(t, pairs, ...history(10))
    .when(match(10))
    .yields();
});

test("a pair is processed once, and only if it was matched", (t) => {
  const mark = { type: "MarkPairProcessed", pairId: "pair 1", earnerId: "anna" } as const;
  const processed: PairEvent = {
    type: "PairProcessed",
    data: { pairId: "pair 1", earnerId: "anna" },
  };
  given(t, pairs).when(mark).refuses("not_found", "pair_unknown");
  given(t, pairs, ...history(1))
    .when(mark)
    .yields(processed);
  given(t, pairs, ...history(1), processed)
    .when(mark)
    .yields();
  given(t, pairs, ...history(1), processed)
    .when(match(1))
    .yields();
});
