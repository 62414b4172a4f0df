import test from "ava";
import { newId } from "../../../src/kernel/ids.js";
import {
  startEventNode,
  type EventNode,
} from "../../../src/platform/embedded/event-node/start-event-node.js";
import { Connection } from "../../../src/platform/eventlog/connection.js";
import { openEventLog, type EventLog } from "../../../src/platform/eventlog/event-log.js";
import { LogUnavailable } from "../../../src/platform/eventlog/log-unavailable.js";
import { isRawServiceError } from "../../../src/platform/eventlog/stray-rejections.js";
import { freePort } from "../../world/free-port.js";
import { envelope, openLogWorld, silent } from "../../world/log-world.js";
import { temporaryFolder } from "../../world/temporary-folder.js";
import { insistently } from "./insistently.js";
import { add, tally } from "./tally.js";

/** Milliseconds for which the log bridges a break at least, before it tells anybody. */
const SHORTEST_PATIENCE = 1_500;

// The world's own node is not needed: this file's log goes to one that comes and goes.
const world = await openLogWorld({});
await world.log.dispose();
test.after.always(() => world.close());

function connect({ port }: EventNode): EventLog {
  const { vault, clock } = world;
  const connection = new Connection(`esdb://127.0.0.1:${port}?tls=false`);
  return openEventLog({ connection, log: silent, clock, vault, events: tally.events });
}

test.serial(
  "a second connection of one process is refused until the first is closed",
  async (t) => {
    const url = "esdb://127.0.0.1:1?tls=false";
    const first = new Connection(url);
    t.throws(() => new Connection(url), { message: /has a connection/ });
    await first.dispose();
    await new Connection(url).dispose();
  },
);

test.serial("on a slow machine it waits so many times as long", async (t) => {
  const slow = new Connection("esdb://127.0.0.1:1?tls=false", 12);
  t.is(slow.wait(5_000), 60_000);
  t.is(slow.patience(5_000), 60_000);
  await slow.dispose();
});

test.serial("while the store is away, every call ends and says so", async (t) => {
  const node = await startEventNode({ port: await freePort(), storage: { kind: "memory" } });
  const log = connect(node);
  const id = newId();
  await log.execute(tally, id, add(1), envelope());
  await node.stop();
  const sent = envelope();
  await t.throwsAsync(log.execute(tally, id, add(1), sent), { instanceOf: LogUnavailable });
  await t.throwsAsync(log.load(tally, id), { instanceOf: LogUnavailable });
  await t.throwsAsync(log.feed.end(), { instanceOf: LogUnavailable });
  await log.dispose();
  await t.throwsAsync(log.load(tally, id), { instanceOf: LogUnavailable });
});

test.serial("an append in a broken connection is carried to its end, once", async (t) => {
  const storage = { kind: "disk", folder: await temporaryFolder(t) } as const;
  let node = await startEventNode({ port: await freePort(), storage });
  const log = connect(node);
  const id = newId();
  const gaveUpAfter: number[] = [];
  const writing = Promise.all(
    Array.from({ length: 300 }, (_, index) => {
      const sent = envelope();
      const write = () => log.execute(tally, `${id}-${index}`, add(1), sent);
      return insistently(write, (took) => gaveUpAfter.push(took));
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 60));
  const { port } = node;
  await node.stop();
  await new Promise((resolve) => setTimeout(resolve, 300));
  node = await startEventNode({ port, storage });
  await writing;
  const hasty = gaveUpAfter.filter((took) => took < SHORTEST_PATIENCE);
  t.deepEqual(hasty, [], "a short break is bridged");
  for (let index = 0; index < 300; index += 1) {
    t.is((await log.history(tally, `${id}-${index}`)).length, 1);
  }
  await log.dispose();
  await node.stop();
});

test("only errors of gRPC itself count as strays", (t) => {
  const raw = Object.assign(new Error("14 UNAVAILABLE"), { code: 14, details: "", metadata: {} });
  t.true(isRawServiceError(raw));
  t.false(isRawServiceError(new Error("a mistake of ours")));
  t.false(isRawServiceError({ code: 14, details: "", metadata: {} }));
});
