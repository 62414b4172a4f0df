import type { EventStoreDBClient, ResolvedEvent } from "@eventstore/db-client";
import { StreamDeletedError } from "@eventstore/db-client";
import test from "ava";
import fc from "fast-check";
import { eventually } from "../../world/eventually.js";
import { runningNode } from "./running-node.js";
import { type Noted, noted, notedRange } from "./test-events.js";

type Subscription =
  | ReturnType<EventStoreDBClient["subscribeToAll"]>
  | ReturnType<EventStoreDBClient["subscribeToStream"]>;

/** What a subscription says, in the order in which it says it. */
function follow(subscription: Subscription) {
  const heard: (number | "confirmed" | "caughtUp")[] = [];
  subscription.on("confirmation", () => heard.push("confirmed"));
  subscription.on("caughtUp", () => heard.push("caughtUp"));
  subscription.on("data", ({ event }: ResolvedEvent) => {
    if (event?.type === "Noted") heard.push((event.data as Noted["data"]).n);
  });
  return heard;
}

function heardAll(heard: readonly unknown[], count: number): Promise<true> {
  return eventually(`${count} things heard`, async () =>
    heard.length >= count ? true : undefined,
  );
}

test.serial("a subscription confirms, catches up, says so, and goes on live", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("s", notedRange(0, 2));
  const [all, stream] = [client.subscribeToAll(), client.subscribeToStream("s")];
  const heard = [follow(all), follow(stream)];
  for (const one of heard) await heardAll(one, 5);
  await client.appendToStream("s", notedRange(3, 4));
  for (const one of heard) {
    await heardAll(one, 7);
    t.deepEqual(one, ["confirmed", 0, 1, 2, "caughtUp", 3, 4]);
  }
  await Promise.all([all.unsubscribe(), stream.unsubscribe()]);
});

test.serial("a subscription begins after the point that it names", async (t) => {
  const client = await runningNode(t);
  const { position } = await client.appendToStream("s", notedRange(0, 2));
  await client.appendToStream("s", noted(3));
  if (position === undefined) return t.fail("An append without a position");
  const subscriptions = [
    client.subscribeToAll({ fromPosition: position }),
    client.subscribeToStream("s", { fromRevision: 2n }),
    client.subscribeToStream("s", { fromRevision: "end" }),
  ];
  const heard = subscriptions.map(follow);
  await Promise.all(heard.map((one, index) => heardAll(one, index === 2 ? 2 : 3)));
  await client.appendToStream("s", noted(4));
  await Promise.all(heard.map((one, index) => heardAll(one, index === 2 ? 3 : 4)));
  t.deepEqual(heard[0], ["confirmed", 3, "caughtUp", 4]);
  t.deepEqual(heard[1], heard[0]);
  t.deepEqual(heard[2], ["confirmed", "caughtUp", 4]);
  await Promise.all(subscriptions.map((one) => one.unsubscribe()));
});

test.serial("a stream may be followed before it exists, and until it is tombstoned", async (t) => {
  const client = await runningNode(t);
  const subscription = client.subscribeToStream("later");
  const heard = follow(subscription);
  const failed = new Promise<Error>((resolve) => subscription.on("error", resolve));
  await heardAll(heard, 2);
  await client.appendToStream("later", noted(1));
  await heardAll(heard, 3);
  t.deepEqual(heard, ["confirmed", "caughtUp", 1]);
  await client.tombstoneStream("later");
  t.true((await failed) instanceof StreamDeletedError);
});

test.serial("under concurrent appends no event is missed, doubled or out of order", async (t) => {
  const client = await runningNode(t);
  let world = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 6 }), { maxLength: 4 }),
      fc.nat(400),
      async (writers, before) => {
        world += 1;
        const name = (writer: number) => `w${world}-${writer}`;
        await client.appendToStream(name(0), notedRange(0, before));
        const total = before + 1 + writers.flat().reduce((sum, size) => sum + size, 0);
        const seen: string[] = [];
        const subscription = client.subscribeToAll();
        subscription.on("data", ({ event }) => {
          if (event?.streamId.startsWith(`w${world}-`)) {
            seen.push(`${event.position.commit} ${event.streamId}@${event.revision}`);
          }
        });
        await Promise.all(
          writers.map(async (sizes, writer) => {
            for (const size of sizes) {
              await client.appendToStream(name(writer + 1), notedRange(1, size));
            }
          }),
        );
        await eventually("all events", async () => (seen.length >= total ? true : undefined));
        await subscription.unsubscribe();
        const expected: string[] = [];
        for await (const { event } of client.readAll()) {
          if (event?.streamId.startsWith(`w${world}-`)) {
            expected.push(`${event.position.commit} ${event.streamId}@${event.revision}`);
          }
        }
        t.deepEqual(seen, expected);
      },
    ),
    { numRuns: 10 },
  );
});
