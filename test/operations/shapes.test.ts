import test from "ava";
import { z } from "zod";
import { cursor, cursorOf, paged } from "../../src/operations/shapes/cursor.js";
import { asOf, from, until } from "../../src/operations/shapes/instants.js";

test("a day is the whole of it, an instant is itself, in any offset", (t) => {
  t.is(from.parse("2024-01-20"), "2024-01-20T00:00:00.000Z");
  t.is(until.parse("2024-01-20"), "2024-01-21T00:00:00.000Z");
  t.is(asOf.parse("2024-01-20"), "2024-01-20T23:59:59.999Z");
  t.is(asOf.parse("2024-01-20T10:00:00Z"), "2024-01-20T10:00:00.000Z");
  t.is(until.parse("2024-01-20T10:00:00+05:30"), "2024-01-20T04:30:00.000Z");
  t.is(from.parse("2024-01-20T10:00:00 05:30"), "2024-01-20T04:30:00.000Z", "a plus not encoded");
  for (const wrong of ["", "2024-02-30", "now", "2024-01-20T25:00:00Z", 7]) {
    t.false(from.safeParse(wrong).success, String(wrong));
  }
});

test("a cursor leads back to its place, and nothing else is one", (t) => {
  const schema = cursor(z.tuple([z.string(), z.int()]));
  t.deepEqual(schema.parse(cursorOf(["ä:1", 5])), ["ä:1", 5]);
  t.is(schema.parse(undefined), undefined);
  for (const wrong of ["", "x", "/w==", cursorOf([5, "a"]), cursorOf([]), "é"]) {
    t.false(schema.safeParse(wrong).success, wrong);
  }
});

test("the last page has no next one", (t) => {
  function place(row: number): readonly number[] {
    return [row];
  }
  t.deepEqual(paged([1, 2, 3], 2, place), { page: [1, 2], next: cursorOf([2]) });
  t.deepEqual(paged([1, 2], 2, place), { page: [1, 2], next: null });
  t.deepEqual(paged([], 2, place), { page: [], next: null });
});
