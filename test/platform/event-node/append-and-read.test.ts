import { binaryEvent, jsonEvent, StreamNotFoundError } from "@eventstore/db-client";
import test from "ava";
import { runningNode } from "./running-node.js";
import { type Noted, noted, notedRange, numbers } from "./test-events.js";

test.serial("what was appended is read back as it was", async (t) => {
  const client = await runningNode(t);
  const before = Date.now();
  const event = jsonEvent({
    type: "Grüße",
    data: { text: "नमस्ते", list: [1, { two: 2 }] },
    metadata: { actor: "ö" },
  });
  const bytes = binaryEvent({ type: "raw", data: Uint8Array.of(0, 255, 7) });
  const { position } = await client.appendToStream("straße-1", [event, bytes]);
  const read = [];
  for await (const resolved of client.readStream("straße-1")) read.push(resolved.event);
  const [first, second] = read;
  t.is(first?.id, event.id);
  t.is(first?.streamId, "straße-1");
  t.is(first?.type, "Grüße");
  t.deepEqual(first?.data, event.data);
  t.deepEqual(first?.metadata, { actor: "ö" });
  t.is(first?.revision, 0n);
  const created = first?.created.getTime() ?? 0;
  t.true(created >= before && created <= Date.now());
  t.deepEqual(Uint8Array.from(second?.data as Uint8Array), Uint8Array.of(0, 255, 7));
  t.is(second?.revision, 1n);
  t.deepEqual(second?.position, position);
});

test.serial("a stream is read in both directions and from any revision", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("s", notedRange(0, 9));
  const read = (options: Parameters<typeof client.readStream>[1]) =>
    numbers(client.readStream<Noted>("s", options));
  t.deepEqual(await read({ fromRevision: 7n }), [7, 8, 9]);
  t.deepEqual(await read({ fromRevision: 3n, maxCount: 2 }), [3, 4]);
  t.deepEqual(await read({ direction: "backwards", fromRevision: "end", maxCount: 3 }), [9, 8, 7]);
  t.deepEqual(await read({ direction: "backwards", fromRevision: 1n }), [1, 0]);
  t.deepEqual(await read({ fromRevision: 10n }), []);
  t.deepEqual(await read({ direction: "backwards", fromRevision: 99n, maxCount: 1 }), [9]);
});

test.serial("a stream that was never written is not found", async (t) => {
  const client = await runningNode(t);
  const error = await t.throwsAsync(numbers(client.readStream<Noted>("nothing")), {
    instanceOf: StreamNotFoundError,
  });
  t.is(error?.streamName, "nothing");
});

test.serial("$all is read in the order of the log, inclusive of a position", async (t) => {
  const client = await runningNode(t);
  for (const n of [1, 2, 3, 4]) await client.appendToStream(`s-${n % 2}`, noted(n));
  const { position } = await client.appendToStream("s-5", noted(5));
  await client.appendToStream("s-6", noted(6));
  const all = (options: Parameters<typeof client.readAll>[0]) =>
    numbers(client.readAll(options) as AsyncIterable<never>);
  t.deepEqual(await all({}), [1, 2, 3, 4, 5, 6]);
  t.deepEqual(await all({ direction: "backwards", fromPosition: "end" }), [6, 5, 4, 3, 2, 1]);
  if (position === undefined) return t.fail("An append without a position");
  t.deepEqual(await all({ fromPosition: position }), [5, 6]);
  t.deepEqual(await all({ direction: "backwards", fromPosition: position, maxCount: 2 }), [5, 4]);
});

test.serial("positions rise strictly and begin above zero", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("a", notedRange(1, 3));
  await client.appendToStream("b", notedRange(4, 5));
  let last = 0n;
  for await (const { event } of client.readAll()) {
    t.true((event?.position.commit ?? 0n) > last);
    t.is(event?.position.commit, event?.position.prepare);
    last = event?.position.commit ?? 0n;
  }
});

test.serial("a link is resolved to its target, and to nothing when that is gone", async (t) => {
  const client = await runningNode(t);
  await client.appendToStream("target", notedRange(0, 2));
  const link = (data: string) => binaryEvent({ type: "$>", data: Buffer.from(data) });
  await client.appendToStream("links", [link("1@target"), link("0@nowhere")]);
  const resolved = [];
  for await (const one of client.readStream<Noted>("links", { resolveLinkTos: true })) {
    resolved.push([one.event?.data.n, one.link?.streamId, one.link?.revision]);
  }
  t.deepEqual(resolved, [
    [1, "links", 0n],
    [undefined, "links", 1n],
  ]);
  for await (const one of client.readStream("links", { maxCount: 1 })) {
    t.is(one.event?.type, "$>");
    t.is(one.link, undefined);
  }
});
