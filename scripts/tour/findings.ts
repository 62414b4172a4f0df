import type { VerifyOutcome } from "../../src/platform/projecting/verify.js";
import type { Projection, TrialBalance } from "./books.js";
import type { Day } from "./day.js";
import type { Outcome } from "./report/bookings.js";

export interface Evidence {
  readonly day: Day;
  readonly outcomes: readonly Outcome[];
  readonly trialBalance: TrialBalance;
  /** Ids of bookings for which money is held. */
  readonly escrow: ReadonlySet<string>;
  readonly projections: readonly Projection[];
  readonly verified: VerifyOutcome;
}

/** One thing that must be so, and in a sentence each what is not. */
export interface Finding {
  readonly claim: string;
  readonly faults: readonly string[];
}

/** What must hold when the day is over. */
export function findings(evidence: Evidence): readonly Finding[] {
  const { day, outcomes, trialBalance, projections } = evidence;
  return [
    { claim: `all ${outcomes.length} bookings ended as they should`, faults: endings(outcomes) },
    { claim: "payouts completed, failed and redone", faults: payouts(day) },
    {
      claim: "the trial balance is zero",
      faults: trialBalance.balanced
        ? []
        : trialBalance.totals.map(
            ({ currency, difference }) => `debits exceed credits by ${difference} ${currency}`,
          ),
    },
    { claim: "no closed booking has money in escrow", faults: held(evidence) },
    {
      claim: "every read model is live and at the log's end",
      faults: projections
        .filter(({ state }) => state !== "live")
        .map(({ name, state }) => `read model ${name} is ${state}`),
    },
    { claim: "rebuilt read models equal the live ones", faults: differences(evidence.verified) },
  ];
}

function endings(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap(({ taken, detail: { booking } }) => {
    const { status, payment } = taken.ends;
    if (booking.status === status && booking.payment_status === payment) return [];
    const is = `${booking.status} and ${booking.payment_status}`;
    return [`${taken.number} (${taken.kind}) is ${is}, not ${status} and ${payment}`];
  });
}

function payouts({ payouts: made }: Day): readonly string[] {
  const expected = ["completed", "failed", "completed"];
  return made.flatMap(({ payout }, index) =>
    payout.status === expected[index]
      ? []
      : [`payout ${payout.payout_number} is ${payout.status}, not ${expected[index] ?? "made"}`],
  );
}

function held({ outcomes, escrow }: Evidence): readonly string[] {
  return outcomes
    .filter(({ taken }) => escrow.has(taken.id))
    .map(({ taken }) => `${taken.number} is closed and still has money in escrow`);
}

function differences({ compared, failed }: VerifyOutcome): readonly string[] {
  const differing = compared.filter((table) => table.differing > 0);
  return [
    ...differing.map(({ table, differing: rows }) => `${rows} rows of ${table} differ`),
    ...failed.map(({ name }) => `read model ${name} could not be compared`),
  ];
}
