import { randomUUID } from "node:crypto";
import type { AppendToStreamOptions } from "@eventstore/db-client";
import {
  binaryEvent,
  MaxAppendSizeExceededError,
  WrongExpectedVersionError,
} from "@eventstore/db-client";
import test from "ava";
import { runningNode } from "./running-node.js";
import { CREDENTIALS, type Noted, noted, notedRange, numbers } from "./test-events.js";

const PATHS: [name: string, options: AppendToStreamOptions][] = [
  ["BatchAppend", {}],
  ["Append", { credentials: CREDENTIALS }],
];

for (const [name, path] of PATHS) {
  test.serial(`${name}: the expected revision decides`, async (t) => {
    const client = await runningNode(t);
    const append = (n: number, expectedRevision: AppendToStreamOptions["expectedRevision"] & {}) =>
      client.appendToStream("s", noted(n), { ...path, expectedRevision });
    const conflict = async (
      expectedRevision: AppendToStreamOptions["expectedRevision"] & {},
      actual: bigint | "no_stream",
    ) => {
      const error = await t.throwsAsync(append(0, expectedRevision), {
        instanceOf: WrongExpectedVersionError,
      });
      t.is(error?.streamName, "s");
      t.is(error?.expectedVersion, expectedRevision);
      t.is(error?.actualVersion, actual);
    };
    await conflict("stream_exists", "no_stream");
    await conflict(0n, "no_stream");
    t.is((await append(1, "no_stream")).nextExpectedRevision, 0n);
    await conflict("no_stream", 0n);
    await conflict(1n, 0n);
    t.is((await append(2, 0n)).nextExpectedRevision, 1n);
    t.is((await append(3, "stream_exists")).nextExpectedRevision, 2n);
    t.is((await append(4, "any")).nextExpectedRevision, 3n);
    await conflict(1n, 3n);
    t.deepEqual(await numbers(client.readStream<Noted>("s")), [1, 2, 3, 4]);
  });

  test.serial(`${name}: a repeated append is answered as the first one was`, async (t) => {
    const client = await runningNode(t);
    const events = notedRange(1, 3);
    const write = (expectedRevision: AppendToStreamOptions["expectedRevision"] & {}) =>
      client.appendToStream("s", events, { ...path, expectedRevision });
    const first = await write("no_stream");
    await client.appendToStream("s", noted(4), { ...path, expectedRevision: 2n });
    for (const expected of ["no_stream", "any", "stream_exists"] as const) {
      const again = await write(expected);
      t.is(again.nextExpectedRevision, first.nextExpectedRevision);
      t.deepEqual(again.position, first.position);
    }
    t.deepEqual(await numbers(client.readStream<Noted>("s")), [1, 2, 3, 4]);
  });

  test.serial(`${name}: a repetition of only a part is a conflict`, async (t) => {
    const client = await runningNode(t);
    const [a, b] = [noted(1), noted(2)];
    await client.appendToStream("s", [a, b], { ...path, expectedRevision: "no_stream" });
    for (const expectedRevision of ["no_stream", "any"] as const) {
      const write = client.appendToStream("s", [a, b, noted(3)], { ...path, expectedRevision });
      await t.throwsAsync(write, { instanceOf: WrongExpectedVersionError });
    }
    t.deepEqual(await numbers(client.readStream<Noted>("s")), [1, 2]);
  });

  test.serial(`${name}: an id may be used again in another stream`, async (t) => {
    const client = await runningNode(t);
    const id = randomUUID();
    await client.appendToStream("a", noted(1, id), path);
    await client.appendToStream("b", noted(2, id), path);
    t.deepEqual(await numbers(client.readStream<Noted>("b")), [2]);
  });

  test.serial(`${name}: of many that expect the same, one wins`, async (t) => {
    const client = await runningNode(t);
    const racers = Array.from({ length: 20 }, (_, n) =>
      client.appendToStream("s", noted(n), { ...path, expectedRevision: "no_stream" }),
    );
    const results = await Promise.allSettled(racers);
    const won = results.filter((result) => result.status === "fulfilled");
    t.is(won.length, 1);
    t.is((await numbers(client.readStream<Noted>("s"))).length, 1);
  });

  test.serial(`${name}: an append over a MiB is refused and leaves no trace`, async (t) => {
    const client = await runningNode(t);
    const large = { ...noted(1), data: { n: 1, text: "x".repeat(1024 * 1024) } };
    const error = await t.throwsAsync(client.appendToStream("s", large, path), {
      instanceOf: MaxAppendSizeExceededError,
    });
    t.is(error?.maxAppendSize, 1024 * 1024);
    await client.appendToStream("s", noted(2), { ...path, expectedRevision: "no_stream" });
    t.deepEqual(await numbers(client.readStream<Noted>("s")), [2]);
  });

  test.serial(`${name}: an append of exactly a MiB of data is taken`, async (t) => {
    const client = await runningNode(t);
    const data = new Uint8Array(1024 * 1024);
    const event = binaryEvent({ type: "b", data, metadata: { note: "x".repeat(1000) } });
    t.true((await client.appendToStream("s", event, path)).success);
  });

  test.serial(`${name}: large appends at once do not mix and none is lost`, async (t) => {
    const client = await runningNode(t);
    const sizes = [3000, 2000, 1, 2500];
    await Promise.all(
      sizes.map((size, n) => client.appendToStream(`s-${n}`, notedRange(1, size), path)),
    );
    for (const [n, size] of sizes.entries()) {
      const seen = await numbers(client.readStream<Noted>(`s-${n}`));
      t.deepEqual(
        seen,
        Array.from({ length: size }, (_, index) => index + 1),
      );
    }
  });
}
