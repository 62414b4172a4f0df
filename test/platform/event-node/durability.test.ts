import type { EventStoreDBClient } from "@eventstore/db-client";
import { StreamNotFoundError } from "@eventstore/db-client";
import test from "ava";
import { setTimeout as delay } from "node:timers/promises";
import { eventually } from "../../world/eventually.js";
import { freePort } from "../../world/free-port.js";
import { temporaryFolder } from "../../world/temporary-folder.js";
import { endNodeProcess, startNodeProcess } from "./node-process.js";
import { connect } from "./running-node.js";
import { type Noted, noted, numbers } from "./test-events.js";

const WRITERS = 16;

/**
 * Appends to one stream, one event after the other, until an append fails; counts the acknowledged
 * ones.
 */
async function writeUntilFailure(
  client: EventStoreDBClient,
  stream: string,
  from: number,
  acknowledged: () => void,
) {
  for (let n = from; ; n += 1) {
    try {
      const expectedRevision = n === 0 ? "no_stream" : BigInt(n - 1);
      await client.appendToStream(stream, noted(n), { expectedRevision });
      acknowledged();
    } catch {
      return n;
    }
  }
}

test("what was acknowledged survives kill -9, again and again, and writing goes on", async (t) => {
  const folder = await temporaryFolder(t);
  let node = await startNodeProcess(await freePort(), "--data", folder);
  t.teardown(() => endNodeProcess(node, "SIGKILL"));
  const client = connect(node.port);
  // Nothing that the client waits with keeps a process alive while there is no connection.
  const awake = setInterval(() => undefined, 1000);
  t.teardown(() => clearInterval(awake));
  const streams = Array.from({ length: WRITERS }, (_, n) => `s-${n}`);
  const written = streams.map(() => 0);
  for (const milliseconds of [400, 150, 600]) {
    let all = 0;
    const writers = streams.map((stream, n) =>
      writeUntilFailure(client, stream, written[n] ?? 0, () => (all += 1)),
    );
    await eventually("they write", async () => (all > WRITERS ? true : undefined));
    await delay(milliseconds);
    await endNodeProcess(node, "SIGKILL");
    const acknowledged = await Promise.all(writers);
    node = await startNodeProcess(node.port, "--data", folder);
    for (const [n, stream] of streams.entries()) {
      const found = await readBack(client, stream);
      t.deepEqual(found, [...found.keys()], "in order, without hole or repetition");
      t.true(found.length >= (acknowledged[n] ?? 0), "nothing acknowledged is lost");
      t.true(found.length <= (acknowledged[n] ?? 0) + 1, "nothing but the last may be extra");
      written[n] = found.length;
    }
  }
  await client.dispose();
});

/** The first call after the node came back may still meet the broken connection. */
async function readBack(client: EventStoreDBClient, stream: string): Promise<number[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await numbers(client.readStream<Noted>(stream));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      if (attempt === 50) throw error;
      await delay(100);
    }
  }
}
