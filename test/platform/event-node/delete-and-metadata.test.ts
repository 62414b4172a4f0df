import type { EventStoreDBClient } from "@eventstore/db-client";
import {
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from "@eventstore/db-client";
import test from "ava";
import { eventually } from "../../world/eventually.js";
import { runningNode } from "./running-node.js";
import { CREDENTIALS, type Noted, noted, notedRange, numbers } from "./test-events.js";

function stream(client: EventStoreDBClient): Promise<number[]> {
  return numbers(client.readStream<Noted>("s"));
}

test.serial("a deleted stream is not found; written again, it shows the new events", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("s", notedRange(0, 3));
  await client.deleteStream("s", { expectedRevision: 3n });
  await t.throwsAsync(stream(client), { instanceOf: StreamNotFoundError });
  const { nextExpectedRevision } = await client.appendToStream("s", noted(4), {
    expectedRevision: "no_stream",
  });
  t.is(nextExpectedRevision, 4n);
  t.deepEqual(await stream(client), [4]);
  t.is((await client.getStreamMetadata("s")).metadata?.truncateBefore, 4);
});

test.serial("deleting another revision or a missing stream is a conflict", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("s", notedRange(0, 3));
  const refused = { instanceOf: WrongExpectedVersionError };
  const error = await t.throwsAsync(client.deleteStream("s", { expectedRevision: 1n }), refused);
  t.is(error?.actualVersion, 3n);
  await t.throwsAsync(client.deleteStream("nothing"), refused);
  await t.throwsAsync(client.tombstoneStream("s", { expectedRevision: 1n }), refused);
  t.deepEqual(await stream(client), [0, 1, 2, 3]);
});

test.serial("a tombstoned stream can never be read or written again", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("s", notedRange(0, 3));
  await client.tombstoneStream("s");
  const deleted = { instanceOf: StreamDeletedError };
  await t.throwsAsync(stream(client), deleted);
  await t.throwsAsync(client.appendToStream("s", noted(4)), deleted);
  await t.throwsAsync(client.appendToStream("s", noted(4), { credentials: CREDENTIALS }), deleted);
  await t.throwsAsync(client.setStreamMetadata("s", { maxCount: 1 }), deleted);
  await t.throwsAsync(client.deleteStream("s"), deleted);
  await t.throwsAsync(client.tombstoneStream("s"), deleted);
  const all = numbers(client.readAll() as AsyncIterable<never>);
  t.deepEqual(await all, [0, 1, 2, 3], "$all keeps what was written");
});

test.serial("the errors of a stream whose name is not ASCII reach the client", async (t) => {
  const client = await runningNode(t);
  await client.tombstoneStream("größe");
  await t.throwsAsync(numbers(client.readStream<Noted>("größe")), {
    instanceOf: StreamDeletedError,
  });
});

test.serial("$maxCount and $tb hide the oldest events from readers", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("s", notedRange(0, 9));
  await client.setStreamMetadata("s", { maxCount: 4 });
  t.deepEqual(await stream(client), [6, 7, 8, 9]);
  const backwards = { direction: "backwards", fromRevision: "end" } as const;
  t.deepEqual(await numbers(client.readStream<Noted>("s", backwards)), [9, 8, 7, 6]);
  await client.setStreamMetadata("s", { truncateBefore: 8 });
  t.deepEqual(await stream(client), [8, 9]);
  await client.setStreamMetadata("s", { truncateBefore: 50 });
  t.deepEqual(await stream(client), []);
});

test.serial("$maxAge hides events that have grown old", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("s", noted(1));
  await client.setStreamMetadata("s", { maxAge: 1 });
  await eventually("the first event grown old", async () =>
    (await stream(client)).length === 0 ? true : undefined,
  );
  await client.setStreamMetadata("s", { maxAge: 1000 });
  t.deepEqual(await stream(client), [1]);
});

test.serial("metadata is read back, with its own expected revision", async (t) => {
  const client = await runningNode(t);
  await client.setStreamMetadata("s", { maxCount: 3, colour: "blue" });
  await client.setStreamMetadata("s", { maxCount: 5 }, { expectedRevision: 0n });
  const stale = client.setStreamMetadata("s", { maxCount: 9 }, { expectedRevision: 0n });
  await t.throwsAsync(stale, { instanceOf: WrongExpectedVersionError });
  t.is((await client.getStreamMetadata("s")).metadata?.maxCount, 5);
});
