import test from "ava";
import fc from "fast-check";
import { isOnCalendar } from "../../src/kernel/calendar.js";

test("the years 1 to 9999 are on the calendar, and no others", (t) => {
  for (const iso of ["0001-01-01", "2026-11-22", "9999-12-31", "0001-01-01T00:00:00.000Z"]) {
    t.true(isOnCalendar(iso), iso);
  }
  for (const iso of ["0000-01-01", "0000-12-31T23:00:00.000Z", "+010000-01-01T00:00:00.000Z"]) {
    t.false(isOnCalendar(iso), iso);
  }
});

test("an instant is on it when its year in UTC is", (t) => {
  const years = fc.date({ min: new Date(-1e15), max: new Date(1e15), noInvalidDate: true });
  fc.assert(
    fc.property(years, (instant) => {
      const year = instant.getUTCFullYear();
      t.is(isOnCalendar(instant.toISOString()), year >= 1 && year <= 9999);
    }),
  );
});
