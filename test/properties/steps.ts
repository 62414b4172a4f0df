import fc from "fast-check";

/** One thing that somebody does; `booking` and `partner` choose among those there are. */
export type Step =
  | { readonly kind: "book"; readonly customer: number; readonly method: "online" | "cash" }
  | { readonly kind: "pay"; readonly booking: number; readonly outcome: "captured" | "failed" }
  | { readonly kind: "assign"; readonly booking: number; readonly partner: number }
  | { readonly kind: "serve"; readonly booking: number; readonly partner: number }
  | { readonly kind: "accept" | "reject" | "complete" | "cancel"; readonly booking: number }
  | { readonly kind: "loseDispute"; readonly booking: number }
  | { readonly kind: "cancelByStaff"; readonly booking: number; readonly toWallet: boolean }
  | { readonly kind: "refund" | "refundAtGateway"; readonly booking: number; readonly part: number }
  | { readonly kind: "rate"; readonly booking: number; readonly stars: number }
  | { readonly kind: "payOut" | "processPayout" | "failPayout"; readonly partner: number }
  | { readonly kind: "wait" };

const booking = fc.nat(3);
const partner = fc.nat(1);

function plain<K extends Step["kind"]>(kind: K) {
  return fc.record({ kind: fc.constant(kind), booking });
}

function ofPartner<K extends Step["kind"]>(kind: K) {
  return fc.record({ kind: fc.constant(kind), partner });
}

/** A day's happenings in any order, also the impossible ones: those are to be refused. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("book" as const),
        customer: fc.nat(2),
        method: fc.constantFrom("online" as const, "cash" as const),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("pay" as const),
        booking,
        outcome: fc.constantFrom("captured" as const, "captured" as const, "failed" as const),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant("serve" as const), booking, partner }),
    },
    fc.record({ kind: fc.constant("assign" as const), booking, partner }),
    plain("accept" as const),
    plain("reject" as const),
    plain("complete" as const),
    plain("loseDispute" as const),
    { weight: 2, arbitrary: plain("cancel" as const) },
    fc.record({
      kind: fc.constant("cancelByStaff" as const),
      booking,
      toWallet: fc.boolean(),
    }),
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom("refund" as const, "refund" as const, "refundAtGateway" as const),
        booking,
        part: fc.constantFrom(0.1, 0.33, 1),
      }),
    },
    fc.record({
      kind: fc.constant("rate" as const),
      booking,
      stars: fc.integer({ min: 1, max: 5 }),
    }),
    { weight: 3, arbitrary: ofPartner("payOut" as const) },
    { weight: 3, arbitrary: ofPartner("processPayout" as const) },
    ofPartner("failPayout" as const),
    fc.constant({ kind: "wait" as const }),
  ),
  { minLength: 15, maxLength: 15 },
);
