import test from "ava";
import { HOUR } from "../../../src/kernel/clock.js";
import { urgencyOf } from "../../../src/modules/booking/urgency.js";

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
