import test from "ava";
import { defineProjection } from "../../../src/kernel/projection.js";
import type { DomainEvent } from "../../../src/kernel/event.js";
import { defineTable } from "../../../src/kernel/table.js";
import { projectionStatus } from "../../../src/platform/projecting/status.js";
import { rebuild } from "../../../src/platform/projecting/rebuild.js";
import { ArrayFeed } from "./array-feed.js";
import { dump, runEngine, testDatabase } from "./engine.js";

interface Posted extends DomainEvent {
  readonly type: "Posted";
  readonly data: { readonly entry: number; readonly legs: readonly number[] };
}

const legs = defineTable<{ entry: number; leg: number; amount: number; tags: string[] }>({
  name: "legs",
  columns: { entry: "bigint", leg: "integer", amount: "bigint", tags: "json" },
  key: ["entry", "leg"],
  appendOnly: true,
  indexes: [{ columns: ["tags"], using: "gin" }],
  guard: `
    if exists (select from inserted group by entry having sum(amount) <> 0) then
      raise exception 'entry is off balance';
    end if`,
});

const journal = defineProjection<Posted>({
  name: "journal",
  version: 1,
  tables: [legs],
  on: {
    Posted({ data: { entry, legs: amounts } }, rows) {
      for (const [leg, amount] of amounts.entries()) {
        rows.insert(legs, { entry, leg, amount, tags: [`entry:${entry}`] });
      }
    },
  },
});

const definitions = [journal];

test("a guard sees all rows of a page, and refuses those that break its rule", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  for (let entry = 1; entry <= 700; entry += 1) feed.append("Posted", { entry, legs: [5, -3, -2] });
  const engine = runEngine(t, database, feed, definitions);
  await engine.caughtUp();
  t.is((await dump(database, "read.legs")).length, 2_100);
  feed.append("Posted", { entry: 701, legs: [5, -4] });
  feed.append("Posted", { entry: 702, legs: [5, -5] });
  await engine.caughtUp();
  const [status] = await projectionStatus({ definitions, feed, database });
  t.is(status?.state, "stopped");
  t.regex(status?.error ?? "", /off balance/);
  t.is((await dump(database, "read.legs")).length, 2_100, "nothing of it, nor of what follows");
  const { live, failed } = await rebuild({ definitions, names: [], feed, database });
  t.deepEqual(live, [], "a rebuild does not pass the guard either");
  t.regex(failed[0]?.error.message ?? "", /off balance/);
});

test("the same key twice stops the projection, live and rebuilt", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  for (let count = 0; count < 2; count += 1) feed.append("Posted", { entry: 1, legs: [1, -1] });
  const engine = runEngine(t, database, feed, definitions);
  await engine.caughtUp();
  const [status] = await projectionStatus({ definitions, feed, database });
  t.is(status?.state, "stopped");
  t.regex(status?.error ?? "", /duplicate key/);
  const { failed } = await rebuild({ definitions, names: [], feed, database });
  t.regex(failed[0]?.error.message ?? "", /legs_pkey|duplicate|unique/);
});
