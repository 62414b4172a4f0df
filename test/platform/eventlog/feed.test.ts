import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import type { FeedPage } from "../../../src/kernel/event-feed.js";
import { startEventNode } from "../../../src/platform/embedded/event-node/start-event-node.js";
import { Connection } from "../../../src/platform/eventlog/connection.js";
import { openEventLog } from "../../../src/platform/eventlog/event-log.js";
import { freePort } from "../../world/free-port.js";
import { envelope, openLogWorld, silent } from "../../world/log-world.js";
import { temporaryFolder } from "../../world/temporary-folder.js";
import { insistently } from "./insistently.js";
import { add, tally } from "./tally.js";

const world = await openLogWorld(tally.events);
const { log } = world;
test.after.always(() => world.close());

async function append(count: number, stream = newId()): Promise<number> {
  const outcome = await log.execute(tally, stream, add(1, { times: count }), envelope());
  return "position" in outcome ? outcome.position : 0;
}

async function drain(pages: AsyncIterable<FeedPage>): Promise<FeedPage[]> {
  const all: FeedPage[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

/** Follows the log until so many of the stream's events were seen. */
async function follow(
  after: number,
  stream: string,
  count: number,
  each: (page: FeedPage) => Promise<void> = async () => undefined,
): Promise<number[]> {
  const stop = new AbortController();
  const revisions: number[] = [];
  for await (const page of log.feed.live(after, 50, stop.signal)) {
    for (const event of page.events) if (event.stream === stream) revisions.push(event.revision);
    await each(page);
    if (revisions.length >= count) stop.abort();
  }
  return revisions;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

test.serial("history comes whole, in order, in pages of the size asked for", async (t) => {
  const id = newId();
  const before = await log.feed.end();
  for (let times = 0; times < 5; times += 1) await append(20, id);
  const pages = await drain(log.feed.history(before, 30));
  t.deepEqual(
    pages.map(({ events }) => events.length),
    [30, 30, 30, 10],
  );
  const events = pages.flatMap((page) => page.events);
  t.deepEqual(
    events.map(({ revision }) => revision),
    upTo(100),
  );
  t.is(pages.at(-1)?.position, await log.feed.end());
  t.deepEqual(await drain(log.feed.history(await log.feed.end(), 30)), []);
});

test.serial("history can be resumed behind every page", async (t) => {
  const id = newId();
  const before = await log.feed.end();
  await append(25, id);
  const [first] = await drain(log.feed.history(before, 10));
  const rest = await drain(log.feed.history(first?.position ?? 0, 10));
  t.deepEqual(
    rest.flatMap(({ events }) => events.map(({ revision }) => revision)),
    upTo(25).slice(10),
  );
});

test.serial("a follower sees history and what is appended, without gap or double", async (t) => {
  const id = newId();
  const before = await log.feed.end();
  await append(120, id);
  const following = follow(before, `tally-${id}`, 320);
  for (let times = 0; times < 20; times += 1) await append(10, id);
  t.deepEqual(await following, upTo(320));
});

test.serial("a slow follower holds the store back and misses nothing", async (t) => {
  const id = newId();
  const before = await log.feed.end();
  const following = follow(before, `tally-${id}`, 600, async () => {
    await new Promise((resolve) => setTimeout(resolve, 15));
  });
  await Promise.all(upTo(30).map(() => append(20, id)));
  t.deepEqual(await following, upTo(600));
});

test.serial("an idle follower ends when it is told to", async (t) => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  const pages = await drain(log.feed.live(await log.feed.end(), 10, stop.signal));
  // A page without events may tell that the store's own have been passed.
  t.deepEqual(
    pages.flatMap(({ events }) => events),
    [],
  );
});

test.serial("the end is that of the last event that anyone is shown", async (t) => {
  const position = await append(3);
  t.is(await log.feed.end(), position);
});

// The last one: its log has a connection of its own, and a process has one.
test.serial("followers survive any number of broken connections", async (t) => {
  const storage = { kind: "disk", folder: await temporaryFolder(t) } as const;
  let node = await startEventNode({ port: await freePort(), storage });
  await log.dispose();
  const { vault, clock } = world;
  const connection = new Connection(`esdb://127.0.0.1:${node.port}?tls=false`);
  const other = openEventLog({ connection, log: silent, clock, vault, events: tally.events });
  const id = newId();
  const stop = new AbortController();
  const seen: number[] = [];
  const following = (async () => {
    for await (const { events } of other.feed.live(0, 7, stop.signal)) {
      for (const event of events) if (event.stream === `tally-${id}`) seen.push(event.revision);
      if (seen.length >= 200) stop.abort();
    }
  })();
  const writing = (async () => {
    for (let times = 0; times < 100; times += 1) {
      const sent = envelope();
      await insistently(() => other.execute(tally, id, add(1, { times: 2 }), sent));
    }
  })();
  for (let cut = 0; cut < 3; cut += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { port } = node;
    await node.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    node = await startEventNode({ port, storage });
  }
  await Promise.all([writing, following]);
  t.deepEqual(seen, upTo(200));
  t.is(await insistently(() => other.load(tally, id)), 200);
  await other.dispose();
  await node.stop();
});
