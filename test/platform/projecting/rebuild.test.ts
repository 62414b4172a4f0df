import test from "ava";
import {
  abortRebuild,
  RebuildAborted,
  rebuildHistory,
} from "../../../src/platform/projecting/rebuild-record.js";
import { RebuildRunning } from "../../../src/platform/projecting/rebuild-lock.js";
import type { Recorded } from "../../../src/kernel/event.js";
import type { FeedPage } from "../../../src/kernel/event-feed.js";
import { rebuild, UnknownProjection } from "../../../src/platform/projecting/rebuild.js";
import { NothingRetired, rollBack } from "../../../src/platform/projecting/roll-back.js";
import { projectionStatus } from "../../../src/platform/projecting/status.js";
import { verify } from "../../../src/platform/projecting/verify.js";
import { eventually } from "../../world/eventually.js";
import { ArrayFeed } from "./array-feed.js";
import { counter } from "./counter.js";
import { dump, runEngine, testDatabase } from "./engine.js";

function feedOf(events: number): ArrayFeed {
  const feed = new ArrayFeed();
  for (let count = 0; count < events; count += 1) {
    feed.append("Counted", { id: `id-${count % 10}`, amount: 1 });
  }
  return feed;
}

test("a swap under traffic: no read fails, none sees less than before", async (t) => {
  const database = await testDatabase(t);
  const feed = feedOf(2_000);
  const definitions = [counter("busy"), counter("calm")];
  const engine = runEngine(t, database, feed, definitions);
  await engine.caughtUp();
  const over = new AbortController();
  let reads = 0;
  const read = async (): Promise<void> => {
    for (let most = 0; !over.signal.aborted; reads += 1) {
      const [row] = await database.rows<{ count: number }>("select sum(count) as count from busy");
      t.true((row?.count ?? 0) >= most, `read ${row?.count} after ${most}`);
      most = row?.count ?? 0;
    }
  };
  const write = async (): Promise<void> => {
    while (!over.signal.aborted) {
      feed.append("Counted", { id: "id-1", amount: 1 });
      await engine.caughtUp();
    }
  };
  const traffic = [read(), read(), write()];
  for (let round = 0; round < 3; round += 1) {
    const outcome = await rebuild({ definitions, names: ["busy"], feed, database });
    t.deepEqual(outcome.live, ["busy"]);
  }
  over.abort();
  await Promise.all(traffic);
  await engine.caughtUp();
  t.true(reads > 0);
  t.deepEqual(await dump(database, "read.busy"), await dump(database, "read.calm"));
  const { compared, failed } = await verify({ definitions, names: [], feed, database });
  t.deepEqual(failed, []);
  t.deepEqual(
    compared.map(({ differing }) => differing),
    [0, 0],
  );
});

test("verify names the rows that are not what the log says", async (t) => {
  const database = await testDatabase(t);
  const feed = feedOf(100);
  const definitions = [counter("checked")];
  const engine = runEngine(t, database, feed, definitions);
  await engine.caughtUp();
  await database.rows("update checked set sum = sum + 1 where id = 'id-3'");
  await database.rows("delete from checked where id = 'id-4'");
  const { compared } = await verify({ definitions, names: ["checked"], feed, database });
  t.is(compared[0]?.differing, 2);
  const table = "checked";
  t.deepEqual(compared[0]?.examples, [
    { table, key: { id: "id-3" }, kind: "differs", live: "(id-3,10,11)", rebuilt: "(id-3,10,10)" },
    { table, key: { id: "id-4" }, kind: "missing live", live: null, rebuilt: "(id-4,10,10)" },
  ]);
  t.deepEqual(await database.rows("select 1 from pg_tables where schemaname = 'rebuild'"), []);
});

test("another version is built beside the old one, and can be rolled back", async (t) => {
  const database = await testDatabase(t);
  const feed = feedOf(500);
  const old = runEngine(t, database, feed, [counter("versioned")]);
  await old.caughtUp();
  await old.stop();
  const definitions = [counter("versioned", { version: 2, weight: 100 })];
  const engine = runEngine(t, database, feed, definitions);
  await eventually("version 2 is live", async () => {
    const [row] = await projectionStatus({ definitions, feed, database });
    return row?.version === 2 && row.state === "live" ? row : undefined;
  });
  feed.append("Counted", { id: "id-0", amount: 1 });
  await engine.caughtUp();
  t.true((await dump(database, "read.versioned")).includes("(id-0,51,5100)"));
  t.is((await rollBack({ definitions, feed, database }, "versioned")).version, 1);
  t.true((await dump(database, "read.versioned")).includes("(id-0,50,50)"));
  await engine.stop();
  const back = runEngine(t, database, feed, [counter("versioned")]);
  await eventually("the old code catches its tables up", async () => {
    const rows = await dump(database, "read.versioned");
    return rows.includes("(id-0,51,51)") ? rows : undefined;
  });
  await back.stop();
});

test("a roll back to tables of the code's version misses nothing", async (t) => {
  const database = await testDatabase(t);
  const feed = feedOf(200);
  const definitions = [counter("back")];
  const engine = runEngine(t, database, feed, definitions);
  await engine.caughtUp();
  const projecting = { definitions, feed, database };
  await t.throwsAsync(rollBack(projecting, "back"), { instanceOf: NothingRetired });
  await rebuild({ ...projecting, names: [] });
  feed.append("Counted", { id: "id-0", amount: 5 });
  await engine.caughtUp();
  await rollBack(projecting, "back");
  t.true((await dump(database, "read.back")).includes("(id-0,21,25)"));
  feed.append("Counted", { id: "id-0", amount: 5 });
  await engine.caughtUp();
  t.true((await dump(database, "read.back")).includes("(id-0,22,30)"));
});

/** A log whose reading goes on only once somebody has done something. */
class GatedFeed extends ArrayFeed {
  constructor(
    events: readonly Recorded[],
    private readonly gate: () => Promise<unknown>,
  ) {
    super(events);
  }

  override async *history(after: number, pageSize: number): AsyncIterable<FeedPage> {
    yield* super.history(after, pageSize);
    await this.gate();
  }
}

test("one rebuild at a time; an abort leaves everything as it was", async (t) => {
  const database = await testDatabase(t);
  const definitions = [counter("patient")];
  const feed = new GatedFeed(feedOf(1_000).events, async () => {
    await t.throwsAsync(rebuild(projecting), { instanceOf: RebuildRunning });
    t.true(await abortRebuild(database));
  });
  const projecting = { definitions, feed, database, names: [] };
  await t.throwsAsync(rebuild(projecting), { instanceOf: RebuildAborted });
  const [record] = await rebuildHistory(database, 1);
  t.is(record?.phase, "aborted");
  t.false(await abortRebuild(database), "nothing runs any more");
  t.deepEqual(await database.rows("select 1 from pg_tables where schemaname = 'rebuild'"), []);
  const signal = AbortSignal.abort();
  await t.throwsAsync(rebuild({ ...projecting, signal }), { instanceOf: RebuildAborted });
  await t.throwsAsync(rebuild({ ...projecting, names: ["no"] }), { instanceOf: UnknownProjection });
});

test("a projection that cannot be rebuilt is left as it is; the others are swapped", async (t) => {
  const database = await testDatabase(t);
  const feed = feedOf(20);
  feed.append("Counted", { id: "id-0", amount: 13 });
  const definitions = [counter("fine"), counter("unlucky", { refuses: 13 })];
  const { live, failed } = await rebuild({ definitions, feed, database, names: [] });
  t.deepEqual(live, ["fine"]);
  t.is(failed[0]?.name, "unlucky");
  t.regex(failed[0]?.error.message ?? "", /13 is refused/);
});

test("a lingering reader delays the swap, but holds up no reader and no projecting", async (t) => {
  const database = await testDatabase(t);
  const feed = feedOf(100);
  const definitions = [counter("read_long")];
  const engine = runEngine(t, database, feed, definitions);
  await engine.caughtUp();
  let lingering = true;
  let rebuilt: Promise<unknown> = Promise.resolve();
  await database.transaction(async (reader) => {
    await reader.rows("select * from read_long");
    rebuilt = rebuild({ definitions, names: [], feed, database }).then(() => {
      t.false(lingering, "no swap under a reader");
    });
    for (let round = 1; round <= 10; round += 1) {
      feed.append("Counted", { id: "id-0", amount: 1 });
      await engine.caughtUp();
      await database.rows("select pg_sleep(0.15) from read_long limit 1");
      const [row] = await database.rows("select count from read_long where id = 'id-0'");
      t.deepEqual(row, { count: 10 + round });
    }
    lingering = false;
  });
  await rebuilt;
  await engine.caughtUp();
  t.true((await dump(database, "read.read_long")).includes("(id-0,20,20)"));
});
