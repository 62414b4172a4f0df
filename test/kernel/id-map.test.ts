import { deepEqual, equal } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { entriesOf, NO_IDS, valueOf, withId, withoutId } from "../../src/kernel/id-map.js";
import type { IdMap } from "../../src/kernel/id-map.js";

/** Few ids, so that sets, overwrites and removals meet; many steps, so that leaves split. */
const step = fc.record({
  id: fc.nat({ max: 400 }).map((n) => `id-${n}`),
  value: fc.option(fc.integer()),
});

test("an id map answers as a Map does, whatever was set and removed", (t) => {
  const law = fc.property(fc.array(step, { maxLength: 600, size: "max" }), (steps) => {
    const model = new Map<string, number>();
    let map: IdMap<number> = NO_IDS;
    for (const { id, value } of steps) {
      if (value === null) model.delete(id);
      else model.set(id, value);
      map = value === null ? withoutId(map, id) : withId(map, id, value);
    }
    equal(map.size, model.size);
    deepEqual(new Map(entriesOf(map)), model);
    for (const { id } of steps) equal(valueOf(map, id), model.get(id));
  });
  t.notThrows(() => fc.assert(law, { numRuns: 50 }));
});

test("an earlier map is untouched by what is made of it", (t) => {
  const before = withId(NO_IDS, "a", 1);
  const after = withoutId(withId(withId(before, "a", 2), "b", 3), "a");
  t.deepEqual(entriesOf(before), [["a", 1]]);
  t.deepEqual(entriesOf(after), [["b", 3]]);
});

test("ids whose hashes collide are told apart", (t) => {
  // Each pair takes FNV-1a from one state to one state, so all sixteen texts have one hash.
  const pairs = [
    ["7yzx", "e6ad"],
    ["33zx", "epad"],
    ["33zx", "epad"],
    ["33zx", "epad"],
  ];
  const ids = pairs.reduce<string[]>(
    (starts, pair) => starts.flatMap((start) => pair.map((end) => start + end)),
    [""],
  );
  const map = ids.reduce<IdMap<string>>((grown, id) => withId(grown, id, id), NO_IDS);
  t.is(map.size, 16);
  for (const id of ids) t.is(valueOf(map, id), id);
  const rest = withoutId(map, "7yzx33zx33zx33zx");
  t.is(rest.size, 15);
  t.is(valueOf(rest, "e6adepadepadepad"), "e6adepadepadepad");
});

test("a hundred thousand ids share what did not change", (t) => {
  const many = Array.from({ length: 100_000 }, (_, n) => `use-${n}`);
  const map = many.reduce<IdMap<number>>((grown, id, n) => withId(grown, id, n), NO_IDS);
  const next = withId(map, "one-more", 1);
  const [before, after] = [map.root, next.root];
  if (before.kind !== "branch" || after.kind !== "branch") return t.fail("a flat root copies all");
  t.is(before.children.filter((child, index) => child !== after.children[index]).length, 1);
});
