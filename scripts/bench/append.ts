import { EventStoreDBClient, jsonEvent, NO_STREAM } from "@eventstore/db-client";
import { newId } from "../../src/kernel/ids.js";
import { inDataFolder, withStores } from "./data-folder.js";
import { atLeast, atMost, percentile, type Measurement } from "./measurement.js";

const SEQUENTIAL = "append.sequential.p50_ms";
const CONCURRENT = "append.concurrent64.events_per_s";
const WRITERS = 64;

/** An event of the size that a booking's have. */
function event() {
  const data = { bookingId: newId(), providerId: newId(), note: "x".repeat(400) };
  return jsonEvent({ type: "Measured", data });
}

/** Milliseconds of one durable append of one event to a new stream. */
async function append(client: EventStoreDBClient): Promise<number> {
  const began = performance.now();
  await client.appendToStream(`bench-${newId()}`, event(), { expectedRevision: NO_STREAM });
  return performance.now() - began;
}

async function sequential(client: EventStoreDBClient, count: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) times.push(await append(client));
  return percentile(times.slice(count / 10), 50);
}

/** Events a second of so many writers, each with one event under way. */
async function concurrent(client: EventStoreDBClient, milliseconds: number): Promise<number> {
  const until = performance.now() + milliseconds;
  let events = 0;
  const write = async (): Promise<void> => {
    while (performance.now() < until) {
      await append(client);
      events += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return (events / milliseconds) * 1_000;
}

/** The event node through the real client, data on disk, each append acknowledged when durable. */
export const appending: Measurement = {
  names: [SEQUENTIAL, CONCURRENT],
  measure: ({ quick, say }) =>
    inDataFolder((folder) =>
      withStores(folder, async ({ eventStoreUrl }) => {
        say("appending events, one at a time and 64 side by side");
        const client = EventStoreDBClient.connectionString(eventStoreUrl);
        try {
          await concurrent(client, 1_500);
          const p50 = await sequential(client, quick ? 1_000 : 4_000);
          const rate = await concurrent(client, quick ? 3_000 : 10_000);
          return [atMost(SEQUENTIAL, p50, "ms", 1), atLeast(CONCURRENT, rate, "events/s", 6_000)];
        } finally {
          await client.dispose();
        }
      }),
    ),
};
