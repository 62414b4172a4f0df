import test from "ava";
import fc from "fast-check";
import { HOUR } from "../../../src/kernel/clock.js";
import { spanOfUrgency, urgencyOf } from "../../../src/modules/booking/urgency.js";

const STARTS = "2024-01-20T10:00:00.000Z";
const STEPS = [
  { within: HOUR, urgency: 9 },
  { within: 6 * HOUR, urgency: 4 },
];

const urgencyBefore = (hours: number) =>
  urgencyOf(STARTS, Date.parse(STARTS) - hours * HOUR, STEPS);

test("the closer the visit, the more urgent; a step includes its edge", (t) => {
  t.deepEqual([7, 6, 2, 1, 0].map(urgencyBefore), [1, 4, 4, 9, 9]);
});

test("an overdue visit is as urgent as any", (t) => {
  t.is(urgencyBefore(-48), 9);
});

test("the span of an urgency holds exactly the visits that have it", (t) => {
  const now = Date.parse(STARTS);
  const left = fc.oneof(
    fc.integer({ min: -10 * HOUR, max: 10 * HOUR }),
    fc.constantFrom(0, HOUR - 1, HOUR, HOUR + 1, 6 * HOUR, 6 * HOUR + 1),
  );
  fc.assert(
    fc.property(left, fc.constantFrom(1, 4, 9), (milliseconds, urgency) => {
      const startsAt = new Date(now + milliseconds).toISOString();
      const { after, until } = spanOfUrgency(urgency, now, STEPS) ?? {};
      const within = (after === undefined || startsAt > after) && !(until && startsAt > until);
      t.is(within, urgencyOf(startsAt, now, STEPS) === urgency);
    }),
  );
  t.is(spanOfUrgency(5, now, STEPS), undefined);
});
