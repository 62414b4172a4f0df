import { EventStoreDBClient, START } from "@eventstore/db-client";
import { inDataFolder, seed, settingsOf, withStores } from "./data-folder.js";
import { atMost, informs, type Measurement, type Result } from "./measurement.js";
import { run } from "./program.js";

const DRAIN = "drain.all.events_per_s";
const REBUILD = "rebuild.full.events_per_s";
const MEMORY = "rebuild.peak_rss_mb";

/** Bookings that come to 200,000 and to 30,000 events and some. */
const BOOKINGS = 16_500;
const BOOKINGS_QUICK = 2_200;

/** What npm gives `rebuild`. */
const FLAGS = ["--max-semi-space-size=64"];

/** Reads the log to its end with the bare client: the measure of what a rebuild can reach. */
async function drain(url: string): Promise<number> {
  const client = EventStoreDBClient.connectionString(url);
  try {
    const began = performance.now();
    let events = 0;
    for await (const { event } of client.readAll({ fromPosition: START })) {
      if (event?.data !== undefined) events += 1;
    }
    return (events / (performance.now() - began)) * 1_000;
  } finally {
    await client.dispose();
  }
}

/** Two targets in one: a rate of its own, and half of what the bare client reads. */
function rebuilt(rate: number, drained: number): Result {
  const target = Math.max(20_000, drained / 2);
  const result = informs(REBUILD, rate, "events/s");
  return { ...result, target: ">= 20000 and >= drain / 2", met: rate >= target };
}

/** `npm run rebuild -- --all` over real booking traffic, beside a bare read of the same log. */
export const rebuilding: Measurement = {
  names: [DRAIN, REBUILD, MEMORY],
  measure: ({ quick, say }) =>
    inDataFolder(async (folder) => {
      const bookings = quick ? BOOKINGS_QUICK : BOOKINGS;
      say(`seeding ${bookings} bookings to rebuild`);
      await seed(folder, bookings);
      return withStores(folder, async ({ eventStoreUrl }) => {
        await drain(eventStoreUrl);
        say("draining the log with the bare client");
        const drained = await drain(eventStoreUrl);
        say("rebuilding every read model");
        const args = ["scripts/rebuild.js", ["--all"], settingsOf(folder), FLAGS] as const;
        const { output, peakMb } = await run(...args);
        const [, events, rate] = /^(\d+) events in .* \((\d+)\/s\)$/m.exec(output) ?? [];
        say(`${events} events were rebuilt`);
        return [
          informs(DRAIN, drained, "events/s"),
          rebuilt(Number(rate), drained),
          atMost(MEMORY, peakMb, "MB", 700),
        ];
      });
    }),
};
