import test from "ava";
import fc from "fast-check";
import { fold } from "../../../src/kernel/decider.js";
import { sum } from "../../../src/kernel/money.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import { bookings } from "../../../src/modules/booking/booking.js";
import type { BookingCommand } from "../../../src/modules/booking/commands.js";
import type { BookingEvent } from "../../../src/modules/booking/events.js";
import { chargedBack, notRefunded } from "../../../src/modules/booking/held-money.js";
import { LIFECYCLE } from "../../../src/modules/booking/lifecycle.js";
import type { BookingState } from "../../../src/modules/booking/state.js";
import { anyCourse } from "./any-course.js";

interface Step {
  readonly before: BookingState;
  readonly event: BookingEvent;
  readonly after: BookingState;
}

/** Everything that comes of a course; each decision is made twice and must be the same. */
function run(commands: readonly BookingCommand[]): readonly Step[] {
  const steps: Step[] = [];
  let state: BookingState = bookings.initial;
  for (const command of commands) {
    const outcome = bookings.decide(command, state);
    const again = bookings.decide(structuredClone(command), structuredClone(state));
    if (JSON.stringify(outcome) !== JSON.stringify(again)) throw new Error("not deterministic");
    if (isRejection(outcome)) continue;
    for (const event of outcome) {
      const after = bookings.evolve(state, event);
      steps.push({ before: state, event, after });
      state = after;
    }
  }
  return steps;
}

/** Where the customer's money is, in minor units, posted from the events alone. */
function booksAfter(events: readonly BookingEvent[]) {
  const splits = { provider: 0, commission: 0, tax: 0 };
  const books = { escrow: 0, fee: 0, ...splits, refunded: 0, covered: 0, paid: 0 };
  for (const event of events) {
    if (event.type === "BookingPaid" || event.type === "LatePaymentReturned") {
      books.paid += event.data.amount;
      books.escrow += event.data.amount;
    }
    if (event.type === "LatePaymentReturned") {
      books.escrow -= event.data.amount;
      books.refunded += event.data.amount;
    }
    if (event.type === "BookingCompleted") {
      const { split, paidBy } = event.data;
      if (paidBy === "cash") books.paid += split.total;
      else books.escrow -= split.total;
      books.provider += split.providerShare;
      books.commission += split.commission;
      books.tax += split.tax;
    }
    if (event.type === "BookingCancelled") {
      books.escrow -= event.data.paid;
      books.fee += event.data.fee;
      books.refunded += event.data.refund;
    }
    if (event.type === "RefundGranted") {
      const { legs, amount } = event.data;
      for (const leg of ["escrow", "fee", "provider", "commission", "tax"] as const) {
        books[leg] -= legs[leg];
      }
      books.refunded += amount;
    }
    if (event.type === "ChargebackCovered") {
      books.escrow -= event.data.amount;
      books.covered += event.data.amount;
    }
  }
  return books;
}

test("no paisa leaks or is made, and refunds never exceed what was paid", (t) => {
  fc.assert(
    fc.property(anyCourse(), (commands) => {
      const events = run(commands).map(({ event }) => event);
      events.forEach((_, index) => {
        const books = booksAfter(events.slice(0, index + 1));
        const { refunded, covered, paid, escrow, fee, provider, commission, tax } = books;
        t.is(escrow + fee + provider + commission + tax + refunded + covered, paid);
        t.true(refunded >= 0 && refunded <= paid && escrow >= 0 && fee >= 0);
        t.true(provider >= 0 && tax >= 0);
      });
    }),
    { numRuns: 300 },
  );
});

test("nothing is held for an ended booking, and what was charged back is not refunded", (t) => {
  fc.assert(
    fc.property(anyCourse(), (commands) => {
      const steps = run(commands);
      const { escrow } = booksAfter(steps.map(({ event }) => event));
      const ended = ["cancelled", "refunded", "completed"];
      if (ended.includes(steps.at(-1)?.after?.status ?? "")) t.is(escrow, 0);
      for (const { before, event } of steps) {
        if (before === null || event.type !== "RefundGranted") continue;
        t.true(event.data.amount <= notRefunded(before) - chargedBack(before));
      }
    }),
    { numRuns: 300 },
  );
});

test("each amount is the sum of its legs", (t) => {
  fc.assert(
    fc.property(anyCourse(), (commands) => {
      for (const { event } of run(commands)) {
        if (event.type === "RefundGranted") {
          t.is(sum(Object.values(event.data.legs)), event.data.amount);
        }
        if (event.type === "BookingCancelled") {
          t.is(event.data.fee + event.data.refund, event.data.paid);
          t.is(event.data.refundId === null, event.data.refund === 0);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("every fact is possible where it happens, and leads where the lifecycle says", (t) => {
  fc.assert(
    fc.property(anyCourse(), (commands) => {
      for (const { before, event, after } of run(commands)) {
        if (event.type === "BookingPlaced" || before === null) continue;
        t.true(LIFECYCLE[event.type].from.includes(before.status), event.type);
        const ends = event.type === "RefundGranted" && event.data.full;
        const next = ends && before.status !== "cancelled" ? "refunded" : before.status;
        t.is(after?.status, LIFECYCLE[event.type].to ?? next);
      }
    }),
    { numRuns: 300 },
  );
});

test("an ended booking has no live offer, one in progress exactly one", (t) => {
  const over = ["completed", "declined", "expired", "withdrawn"];
  fc.assert(
    fc.property(anyCourse(), (commands) => {
      for (const { after } of run(commands)) {
        const live = after?.offers.filter(({ status }) => !over.includes(status)) ?? [];
        const ended = ["completed", "cancelled", "refunded"].includes(after?.status ?? "");
        t.true(live.length <= (ended ? 0 : 1));
        if (after?.status === "in_progress") t.is(live[0]?.status, "arrived");
      }
    }),
    { numRuns: 300 },
  );
});

test("a history folds to the state that its decisions saw", (t) => {
  fc.assert(
    fc.property(anyCourse(), (commands) => {
      const steps = run(commands);
      const events = steps.map(({ event }) => event);
      t.deepEqual(fold(bookings, structuredClone(events)), steps.at(-1)?.after);
    }),
  );
});
