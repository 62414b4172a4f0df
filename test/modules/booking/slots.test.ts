import test from "ava";
import { DAY, HOUR } from "../../../src/kernel/clock.js";
import {
  bookableDays,
  openSlots,
  visitAt,
  type OpeningHours,
} from "../../../src/modules/booking/slots.js";

const INDIA = 330;

const OPENING: OpeningHours = {
  firstMinute: 8 * 60,
  lastEndMinute: 11 * 60,
  stepMinutes: 60,
  leadTime: HOUR,
  utcOffsetMinutes: INDIA,
};

const EARLY = Date.parse("2024-01-19T00:00:00Z");

test("visits begin at every step and end within opening hours", (t) => {
  t.deepEqual(openSlots("2024-01-20", 60, EARLY, OPENING), [480, 540, 600]);
  t.deepEqual(openSlots("2024-01-20", 61, EARLY, OPENING), [480, 540]);
  t.deepEqual(openSlots("2024-01-20", 181, EARLY, OPENING), []);
});

test("a visit that nobody can get to in time is not offered, one just in time is", (t) => {
  const nine = Date.parse("2024-01-20T09:00:00+05:30");
  t.deepEqual(openSlots("2024-01-20", 60, nine - HOUR, OPENING), [540, 600]);
  t.deepEqual(openSlots("2024-01-20", 60, nine - HOUR + 1, OPENING), [600]);
});

test("another market's hours are another market's data", (t) => {
  const NEW_YORK = { ...OPENING, stepMinutes: 90, leadTime: DAY, utcOffsetMinutes: -300 };
  const dayBefore = Date.parse("2024-01-19T08:00:00-05:00");
  t.deepEqual(openSlots("2024-01-20", 60, dayBefore, NEW_YORK), [480, 570]);
  t.deepEqual(openSlots("2024-01-20", 60, dayBefore + 1, NEW_YORK), [570]);
});

test("a visit has the wall time of its place and the instants of everybody", (t) => {
  t.deepEqual(visitAt("2024-01-20", 8 * 60 + 5, 90, INDIA), {
    date: "2024-01-20",
    time: "08:05:00",
    startsAt: "2024-01-20T02:35:00.000Z",
    endsAt: "2024-01-20T04:05:00.000Z",
  });
});

test("the first bookable day is today at the place, not in UTC", (t) => {
  const justAfterMidnight = Date.parse("2024-01-20T00:00:00+05:30");
  const two = { first: "2024-01-20", last: "2024-01-22" };
  t.deepEqual(bookableDays(justAfterMidnight, 2, INDIA), two);
  const justBefore = { first: "2024-01-19", last: "2024-01-19" };
  t.deepEqual(bookableDays(justAfterMidnight - 1, 0, INDIA), justBefore);
});
