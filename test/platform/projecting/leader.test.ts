import test from "ava";
import { watchProgress } from "../../../src/platform/projecting/progress.js";
import { sql } from "../../world/sql.js";
import { ArrayFeed } from "./array-feed.js";
import { counter } from "./counter.js";
import { dump, runEngine, testDatabase } from "./engine.js";

const LEADER = `
  select pid from pg_locks where locktype = 'advisory' and objid = 7411002 and granted
    and database = (select oid from pg_database where datname = current_database())`;

test("of two projectors one works; when it is killed the other takes over", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  const definitions = [counter("shared")];
  const first = runEngine(t, database, feed, definitions);
  const second = runEngine(t, database, feed, definitions);
  let sum = 0;
  for (let round = 0; round < 4; round += 1) {
    for (let amount = 1; amount <= 50; amount += 1) {
      feed.append("Counted", { id: "a", amount });
      sum += amount;
    }
    await Promise.all([first.caughtUp(), second.caughtUp()]);
    t.deepEqual(await dump(database, "read.shared"), [`(a,${(round + 1) * 50},${sum})`]);
    const leaders = await sql(database.url, LEADER);
    t.is(leaders.length, 1);
    await sql(database.url, `select pg_terminate_backend(pid) from (${LEADER}) as leader`);
  }
});

test("a write is seen from its own process and from another as soon as it is told", async (t) => {
  const database = await testDatabase(t);
  const elsewhere = watchProgress(database);
  t.teardown(() => elsewhere.close());
  const feed = new ArrayFeed();
  const engine = runEngine(t, database, feed, [counter("seen")]);
  for (let count = 1; count <= 20; count += 1) {
    const { position } = feed.append("Counted", { id: "a", amount: 1 });
    if (count % 2 === 0) await engine.caughtUp();
    else t.true(await elsewhere.reached(position, 120_000));
    t.deepEqual(await dump(database, "read.seen"), [`(a,${count},${count})`]);
  }
  t.false(
    await elsewhere.reached((await feed.end()) + 10, 20),
    "what is not projected is not seen",
  );
});

test("connections that break under load lose nothing and double nothing", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  const engine = runEngine(t, database, feed, [counter("kept")]);
  await engine.caughtUp();
  for (let round = 0; round < 5; round += 1) {
    for (let count = 0; count < 1_000; count += 1) feed.append("Counted", { id: "a", amount: 1 });
    await sql(
      database.url,
      "select pg_terminate_backend(pid) from pg_stat_activity " +
        "where datname = current_database() and pid <> pg_backend_pid()",
    );
  }
  await engine.caughtUp();
  t.deepEqual(await dump(database, "read.kept"), ["(a,5000,5000)"]);
});

test("new read models of a long log are built beside, and shown whole", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  for (let count = 0; count < 6_000; count += 1) feed.append("Counted", { id: "a", amount: 1 });
  const engine = runEngine(t, database, feed, [counter("long")]);
  await engine.caughtUp();
  t.deepEqual(await dump(database, "read.long"), ["(a,6000,6000)"]);
  feed.append("Counted", { id: "a", amount: 1 });
  await engine.caughtUp();
  t.deepEqual(await dump(database, "read.long"), ["(a,6001,6001)"]);
  const rebuilds = await sql(database.url, "select phase from ops.rebuilds");
  t.deepEqual(rebuilds, [{ phase: "done" }]);
});
