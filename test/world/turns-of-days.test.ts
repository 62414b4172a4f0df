import test from "ava";
import { untilTurned } from "./turns-of-days.js";

const minutesFrom = (time: string) => untilTurned(Date.parse(`2026-12-31T${time}Z`)) / 60_000;

test("a turn of the day that is near is passed, any other is not waited for", (t) => {
  t.is(minutesFrom("12:00:00"), 0);
  t.is(minutesFrom("17:49:59"), 0);
  t.is(minutesFrom("18:00:00"), 31, "a day ends in India");
  t.is(minutesFrom("18:31:00"), 0);
  t.is(minutesFrom("20:29:00"), 2, "the books are reconciled");
  t.is(minutesFrom("23:59:30"), 1.5, "a year ends");
  t.is(minutesFrom("00:00:00"), 1);
  t.is(minutesFrom("02:30:00"), 31, "pairs are matched");
  t.is(minutesFrom("03:30:00"), 31, "what is old is forgotten");
});
