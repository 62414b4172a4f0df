import fc from "fast-check";

/** One thing that a member or an admin does; numbers choose among those there are. */
export type ClubStep =
  | { readonly kind: "book"; readonly who: number; readonly total: number; readonly emi: boolean }
  | { readonly kind: "pay"; readonly booking: number; readonly amount: number; readonly by: Method }
  | { readonly kind: "deposit"; readonly who: number; readonly amount: number }
  | { readonly kind: "ask"; readonly who: number; readonly amount: number; readonly emi: boolean }
  | { readonly kind: "process" | "complete" | "reject" | "withdraw"; readonly payout: number }
  | { readonly kind: "cancel"; readonly booking: number }
  | { readonly kind: "pair"; readonly who: number };

type Method = "online" | "wallet" | "cash" | "bank_transfer";

const who = fc.nat(3);
const which = fc.nat(5);

const step: fc.Arbitrary<ClubStep> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("book" as const),
      who,
      total: fc.constantFrom(2_000, 6_000, 50_000),
      emi: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("pay" as const),
      booking: which,
      amount: fc.constantFrom(500, 1_999.99, 2_500, 5_000),
      by: fc.constantFrom("online" as const, "wallet" as const, "cash" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("deposit" as const),
      who,
      amount: fc.constantFrom(0.01, 3_333.33, 8_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      who,
      amount: fc.constantFrom(0.1, 999.99, 4_000),
      emi: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom("process" as const, "process" as const, "complete" as const),
      payout: which,
    }),
  },
  fc.record({
    kind: fc.constantFrom("reject" as const, "withdraw" as const),
    payout: which,
  }),
  fc.record({ kind: fc.constant("cancel" as const), booking: which }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("pair" as const), who }) },
);

/** Some weeks of a club's life in any order, also the impossible: that is to be refused. */
export const clubSteps: fc.Arbitrary<readonly ClubStep[]> = fc.array(step, {
  minLength: 25,
  maxLength: 25,
});
