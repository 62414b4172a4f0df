import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../config/config.js";
import { startEmbeddedEventNode } from "../platform/embedded/event-node-process/start.js";
import { startEmbeddedPostgres } from "../platform/embedded/postgres/start.js";
import { forgetAddresses, keepAddresses } from "./store-addresses.js";

export interface StoreAddresses {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
}

export interface Stores extends StoreAddresses {
  stop(): Promise<void>;
}

const NODE_SCRIPT = fileURLToPath(new URL("../../scripts/event-node.js", import.meta.url));

/**
 * The stores that the settings name, or embedded ones in DATA_DIR for those they do not name. The
 * addresses of embedded ones are left in DATA_DIR, so that scripts find a running service.
 */
export async function startStores(config: Config, log: (line: string) => void): Promise<Stores> {
  const [events, rows] = await allOrNone([
    config.eventStoreUrl === undefined
      ? startEmbeddedEventNode({
          script: NODE_SCRIPT,
          folder: join(config.dataDir, "events"),
          log,
        })
      : elsewhere(config.eventStoreUrl),
    config.databaseUrl === undefined
      ? startEmbeddedPostgres({ folder: join(config.dataDir, "postgres"), log })
      : elsewhere(config.databaseUrl),
  ]);
  const addresses = { eventStoreUrl: events.url, databaseUrl: rows.url };
  await keepAddresses(config.dataDir, addresses);
  return {
    ...addresses,
    async stop() {
      await forgetAddresses(config.dataDir);
      await Promise.all([events.stop(), rows.stop()]);
    },
  };
}

interface Store {
  readonly url: string;
  stop(): Promise<void>;
}

function elsewhere(url: string): Promise<Store> {
  return Promise.resolve({ url, stop: () => Promise.resolve() });
}

/** If one store does not start, the other must not stay behind. */
async function allOrNone(starting: readonly [Promise<Store>, Promise<Store>]) {
  const [events, rows] = await Promise.allSettled(starting);
  if (events.status === "fulfilled" && rows.status === "fulfilled") {
    return [events.value, rows.value] as const;
  }
  const started = [events, rows].filter((outcome) => outcome.status === "fulfilled");
  await Promise.all(started.map(({ value }) => value.stop()));
  throw events.status === "rejected" ? events.reason : (rows as PromiseRejectedResult).reason;
}
