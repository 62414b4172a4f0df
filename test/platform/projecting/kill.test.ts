import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import test from "ava";
import { rebuildHistory } from "../../../src/platform/projecting/rebuild-record.js";
import { rebuild } from "../../../src/platform/projecting/rebuild.js";
import { eventually } from "../../world/eventually.js";
import { ArrayFeed } from "./array-feed.js";
import { counter } from "./counter.js";
import { dump, runEngine, testDatabase } from "./engine.js";

const program = fileURLToPath(new URL("doomed-process.js", import.meta.url));

/** Starts the doomed process, and kills it -9 once it is at work. */
async function killAtWork(url: string, work: "rebuild" | "project"): Promise<void> {
  const child = spawn(process.execPath, [program, url, work], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
}

const definitions = [counter("doomed")];

/** The first events of the doomed process' log. */
function feedOf(events: number): ArrayFeed {
  const feed = new ArrayFeed();
  for (let count = 0; count < events; count += 1) {
    feed.append("Counted", { id: `id-${count % 10}`, amount: 1 });
  }
  return feed;
}

test("a rebuild killed at work leaves what is live, and the next one succeeds", async (t) => {
  const database = await testDatabase(t);
  const feed = feedOf(1_000);
  const engine = runEngine(t, database, feed, definitions);
  await engine.caughtUp();
  const before = await dump(database, "read.doomed");
  await killAtWork(database.url, "rebuild");
  t.deepEqual(await dump(database, "read.doomed"), before);
  const again = () => rebuild({ definitions, names: [], feed, database });
  const { live } = await eventually("the dead one's lock is free", again);
  t.deepEqual(live, ["doomed"]);
  t.deepEqual(await dump(database, "read.doomed"), before);
  const [, killed] = await rebuildHistory(database, 2);
  t.is(killed?.phase, "failed");
  t.is(killed?.error, "its process ended");
});

test("a projector killed at work is taken over from; no event is lost or doubled", async (t) => {
  const database = await testDatabase(t);
  for (let round = 0; round < 3; round += 1) await killAtWork(database.url, "project");
  const [row] = await database.rows<{ position: number }>("select position from ops.projections");
  const seen = (row?.position ?? 0) / 10;
  t.true(seen > 0);
  const engine = runEngine(t, database, feedOf(seen + 1_000), definitions);
  await engine.caughtUp();
  const counts = await database.rows<{ count: number; sum: number }>(
    "select sum(count) as count, sum(sum) as sum from doomed",
  );
  t.deepEqual(counts, [{ count: seen + 1_000, sum: seen + 1_000 }]);
});
