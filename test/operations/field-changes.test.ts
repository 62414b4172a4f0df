import { deepEqual } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { NO_IDS, withId } from "../../src/kernel/id-map.js";
import { fieldChanges } from "../../src/operations/audit/field-changes.js";
import { plainState } from "../../src/operations/audit/plain-state.js";

test("changes are told down to single values, lists by place", (t) => {
  const before = { status: "open", lines: [{ n: 1 }, { n: 2 }], at: { city: "Kolkata" }, id: 7 };
  const after = { status: "closed", lines: [{ n: 1 }], at: { city: "Kolkata", pin: "1" }, id: 7 };
  t.deepEqual(fieldChanges(before, after), [
    { field: "status", before: "open", after: "closed" },
    { field: "lines.1.n", before: 2, after: null },
    { field: "at.pin", before: null, after: "1" },
  ]);
});

test("a beginning changes every field that is then there, an empty list included", (t) => {
  t.deepEqual(fieldChanges(null, { id: 7, offers: [], rating: null }), [
    { field: "id", before: null, after: 7 },
    { field: "offers", before: null, after: [] },
  ]);
});

test("nothing changes between two states that read alike", (t) => {
  const law = fc.property(fc.jsonValue(), (state) => {
    deepEqual(fieldChanges(state, structuredClone(state)), []);
  });
  t.notThrows(() => fc.assert(law));
});

test("a map of ids reads as an object by id, however it is kept inside", (t) => {
  let map = withId(NO_IDS, "none", { uses: 0 });
  for (let n = 40; n > 0; n -= 1) map = withId(map, `id-${n}`, { uses: n });
  const { used } = plainState({ used: map }) as { used: Record<string, { uses: number }> };
  t.is(Object.keys(used).length, 41);
  t.deepEqual(used["id-7"], { uses: 7 });
  const next = withId(map, "id-7", { uses: 8 });
  t.deepEqual(fieldChanges(plainState({ used: map }), plainState({ used: next })), [
    { field: "used.id-7.uses", before: 7, after: 8 },
  ]);
});
