import {
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  streamNameFilter,
} from "@eventstore/db-client";
import type { Filter, Position } from "@eventstore/db-client";
import test from "ava";
import { eventually } from "../../world/eventually.js";
import { runningNode } from "./running-node.js";
import { noted, notedRange } from "./test-events.js";

const painted = jsonEvent({ type: "Painted", data: { colour: "red" } });

test.serial("events pass a filter by the name of their stream or their type", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("booking-1", notedRange(0, 1));
  await client.appendToStream("wallet-1", [noted(2), painted]);
  await client.appendToStream("booking-2", noted(3));
  const passing = async (filter: Filter): Promise<string[]> => {
    const seen: string[] = [];
    const subscription = client.subscribeToAll({ filter });
    const caughtUp = new Promise((resolve) => subscription.on("caughtUp", resolve));
    subscription.on("data", ({ event }) => seen.push(`${event?.streamId}@${event?.revision}`));
    await caughtUp;
    await subscription.unsubscribe();
    return seen;
  };
  const bookings = ["booking-1@0", "booking-1@1", "booking-2@0"];
  t.deepEqual(await passing(streamNameFilter({ prefixes: ["booking-"] })), bookings);
  t.deepEqual(await passing(streamNameFilter({ regex: "^(booking|x)-\\d$" })), bookings);
  t.deepEqual(await passing(eventTypeFilter({ prefixes: ["Pain", "Zz"] })), ["wallet-1@1"]);
  t.deepEqual(await passing(eventTypeFilter({ regex: "^[A-Z].*ed$" })), [
    ...bookings.slice(0, 2),
    "wallet-1@0",
    "wallet-1@1",
    "booking-2@0",
  ]);
  t.is((await passing(excludeSystemEvents())).length, 5);
});

test.serial("checkpoints tell how far a filtered subscription has come", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("noise", notedRange(1, 100));
  const checkpoints: Position[] = [];
  const filter = streamNameFilter({
    prefixes: ["signal"],
    checkpointInterval: 1,
    checkpointReached: (_, position) => void checkpoints.push(position),
  });
  const subscription = client.subscribeToAll({ filter });
  const seen: unknown[] = [];
  subscription.on("data", ({ event }) => seen.push(event?.streamId));
  await new Promise((resolve) => subscription.on("caughtUp", resolve));
  t.is(checkpoints.length, 4, "every 32 events considered, and one on catching up");
  const last = await client.appendToStream("noise", notedRange(101, 400));
  await client.appendToStream("signal", noted(1));
  await eventually("the signal", async () => (seen.length === 1 ? true : undefined));
  await subscription.unsubscribe();
  t.deepEqual(seen, ["signal"]);
  const commits = checkpoints.map((position) => position.commit);
  t.deepEqual(
    commits,
    [...commits].sort((a, b) => (a < b ? -1 : 1)),
  );
  const newest = commits.at(-1) ?? 0n;
  t.true(newest > (last.position?.commit ?? 0n) - 32n && newest > (commits[3] ?? 0n));
});
