import { equal, ok } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { fold } from "../../../src/kernel/decider.js";
import { entriesOf } from "../../../src/kernel/id-map.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import type { EarningCommand } from "../../../src/modules/earning/commands.js";
import { earnings } from "../../../src/modules/earning/earning.js";
import type { EarningEvent } from "../../../src/modules/earning/events.js";
import type { EarningsState } from "../../../src/modules/earning/state.js";
import { accrual, providerId, reserve, reverse } from "./some-earnings.js";

const booking = fc.nat({ max: 6 });
const amount = fc.nat({ max: 1000 });
const payout = fc.nat({ max: 5 });
const chosen = fc.array(
  booking.map((n) => `e${n}`),
  { maxLength: 3 },
);

const command: fc.Arbitrary<EarningCommand> = fc.oneof(
  fc
    .tuple(booking, amount)
    .map(([n, paisa]) => ({ type: "AccrueEarning", ...accrual(n, paisa) }) as const),
  fc.record({
    type: fc.constant("RecordCashDebt" as const),
    providerId: fc.constant(providerId),
    bookingId: booking.map((n) => `b${n}`),
    amount,
    currency: fc.constant("INR" as const),
  }),
  fc
    .tuple(fc.nat({ max: 9 }), booking, amount)
    .map(([refund, n, paisa]) => reverse(`r${refund}`, n, paisa)),
  fc.tuple(payout, fc.option(chosen)).map(([n, ids]) => reserve(n, ids ?? undefined)),
  payout.map((n) => ({ type: "MarkEarningsPaid", payoutId: `p${n}` }) as const),
  payout.map((n) => ({ type: "ReleaseEarnings", payoutId: `p${n}` }) as const),
);

/** The books as a clerk keeps them, from the events alone. */
class Books {
  accrued = 0;
  reversed = 0;
  debt = 0;
  readonly deductions = new Map<string, number>();

  post({ type, data }: EarningEvent): void {
    if (type === "EarningAccrued") this.accrued += data.amount;
    if (type === "CashDebtRecorded") this.debt += data.amount;
    if (type === "EarningsReleased") this.debt += this.deductions.get(data.payoutId) ?? 0;
    if (type === "EarningReversed") {
      this.reversed += data.fromPending;
      this.debt += data.toDebt;
      ok(data.remaining >= 0);
    }
    if (type === "EarningsReserved") {
      ok(data.deduction <= this.debt, "a deduction never exceeds the debt");
      ok(data.deduction <= data.gross, "nor what was earned");
      equal(data.net, data.gross - data.deduction);
      this.debt -= data.deduction;
      this.deductions.set(data.payoutId, data.deduction);
    }
  }
}

function standing(state: EarningsState): number {
  if (state === null) return 0;
  return entriesOf(state.earnings).reduce((sum, [, { amount }]) => sum + amount, 0);
}

test("pending, reserved, paid and reversed add up to what was accrued, for any sequence", (t) => {
  const law = fc.property(fc.array(command, { maxLength: 80, size: "max" }), (commands) => {
    let state = earnings.initial;
    const books = new Books();
    for (const one of commands) {
      const outcome = earnings.decide(one, state);
      if (isRejection(outcome)) continue;
      state = fold({ ...earnings, initial: state }, outcome);
      for (const event of outcome) books.post(event);
      equal(standing(state) + books.reversed, books.accrued);
      equal(state?.debt ?? 0, books.debt);
      ok(books.debt >= 0);
      const again = earnings.decide(one, state);
      ok(!isRejection(again) && again.length === 0, "a repeat changes nothing");
    }
  });
  t.notThrows(() => fc.assert(law, { numRuns: 300 }));
});

test("no earning is in two payouts that were not released", (t) => {
  const law = fc.property(fc.array(command, { maxLength: 80, size: "max" }), (commands) => {
    let state = earnings.initial;
    const holder = new Map<string, string>();
    for (const one of commands) {
      const outcome = earnings.decide(one, state);
      if (isRejection(outcome)) continue;
      state = fold({ ...earnings, initial: state }, outcome);
      for (const { type, data } of outcome) {
        if (type === "EarningsReserved") {
          for (const id of data.earningIds) {
            ok(!holder.has(id));
            holder.set(id, data.payoutId);
          }
        }
        if (type === "EarningsReleased") data.earningIds.forEach((id) => holder.delete(id));
      }
    }
  });
  t.notThrows(() => fc.assert(law, { numRuns: 300 }));
});
