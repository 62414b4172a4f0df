import type { FeedPage } from "../../../src/kernel/event-feed.js";
import { openDatabase } from "../../../src/platform/database/database.js";
import { watchProgress } from "../../../src/platform/projecting/progress.js";
import { rebuild } from "../../../src/platform/projecting/rebuild.js";
import { runProjections } from "../../../src/platform/projecting/run-projections.js";
import { ArrayFeed } from "./array-feed.js";
import { counter } from "./counter.js";
import { silent } from "./engine.js";

/**
 * A process that a test kills in the midst of its work: `rebuild` or `project`, on a log of ten
 * ids that never ends. It says "busy" once it is at work.
 */
const [url = "", work] = process.argv.slice(2);
const database = openDatabase({ url, poolSize: 3 });
/** Grows from when it is followed: a log that is long at the start would be rebuilt instead. */
class GrowingFeed extends ArrayFeed {
  override live(after: number, pageSize: number, signal: AbortSignal): AsyncIterable<FeedPage> {
    growing ??= setInterval(() => grow(1_000), 1);
    return super.live(after, pageSize, signal);
  }
}

const feed = new GrowingFeed();
let appended = 0;
let growing: NodeJS.Timeout | undefined;
const grow = (events: number): void => {
  for (const end = appended + events; appended < end; appended += 1) {
    feed.append("Counted", { id: `id-${appended % 10}`, amount: 1 });
  }
};
const definitions = [counter("doomed")];
const busy = (): void => {
  process.stdout.write("busy\n");
};

if (work === "rebuild") {
  grow(500_000);
  const onProgress = ({ events }: { readonly events: number }): void =>
    events > 0 ? busy() : undefined;
  await rebuild({ definitions, names: [], feed, database, pageSize: 10, mostRows: 5, onProgress });
} else {
  const { progress } = watchProgress(database);
  runProjections({ definitions, feed, database, log: silent, progress, onPage: busy });
}
