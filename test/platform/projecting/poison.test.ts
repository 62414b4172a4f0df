import test from "ava";
import { projectionStatus } from "../../../src/platform/projecting/status.js";
import { resume } from "../../../src/platform/projecting/roll-back.js";
import { eventually } from "../../world/eventually.js";
import { ArrayFeed } from "./array-feed.js";
import { counter } from "./counter.js";
import { dump, runEngine, testDatabase } from "./engine.js";

test("a handler that throws stops its own projection before the event; others go on", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  for (const amount of [1, 2]) feed.append("Counted", { id: "a", amount });
  const poison = feed.append("Counted", { id: "a", amount: 13 });
  for (const amount of [3, 4]) feed.append("Counted", { id: "b", amount });
  const definitions = [counter("sound"), counter("afraid", { refuses: 13 })];
  const stopped: string[] = [];
  const engine = runEngine(t, database, feed, definitions, {
    onStopped: ({ name }) => stopped.push(name),
  });
  await engine.caughtUp();
  t.deepEqual(await dump(database, "read.sound"), ["(a,3,16)", "(b,2,7)"]);
  t.deepEqual(await dump(database, "read.afraid"), ["(a,2,3)"], "up to the event, none skipped");
  const status = await projectionStatus({ definitions, feed, database });
  const afraid = status.find(({ name }) => name === "afraid");
  t.is(afraid?.state, "stopped");
  t.is(afraid?.error_position, poison.position);
  t.is(afraid?.position, poison.position - 10);
  t.regex(afraid?.error ?? "", /projection afraid cannot take Counted .*13 is refused/);
  t.deepEqual(stopped, ["afraid"]);
});

test("rows that Postgres refuses stop the projection in the same way", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  feed.append("Counted", { id: "a", amount: 1 });
  feed.append("Counted", { id: "a", amount: 2_000_000 });
  const definitions = [counter("heavy"), counter("light", { weight: 0 })];
  const engine = runEngine(t, database, feed, definitions);
  await engine.caughtUp();
  t.deepEqual(await dump(database, "read.heavy"), ["(a,1,1)"]);
  t.deepEqual(await dump(database, "read.light"), ["(a,2,0)"]);
  const [heavy] = await projectionStatus({ definitions, feed, database });
  t.regex(heavy?.error ?? "", /heavy_small/);
});

test("once mended, a stopped projection goes on from the event at which it stopped", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  for (const amount of [1, 13, 2]) feed.append("Counted", { id: "a", amount });
  const first = runEngine(t, database, feed, [counter("mended", { refuses: 13 })]);
  await first.caughtUp();
  await first.stop();
  const second = runEngine(t, database, feed, [counter("mended")]);
  t.true(await resume(database, "mended"));
  t.false(await resume(database, "mended"), "it is not stopped any more");
  await eventually("the rest is projected", async () => {
    const rows = await dump(database, "read.mended");
    return rows[0] === "(a,3,16)" ? rows : undefined;
  });
  await second.stop();
  t.pass();
});
