import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startService, type Patience, type Service } from "../../src/composition/service.js";
import type { StoreAddresses } from "../../src/composition/stores.js";
import { readConfig } from "../../src/config/config.js";
import {
  startEventNode,
  type EventNode,
} from "../../src/platform/embedded/event-node/start-event-node.js";
import { createLog } from "../../src/platform/telemetry/log.js";
import { createTestDatabase } from "./database.js";
import { HttpClient } from "./http-client.js";
import { BUSY_MACHINE } from "./log-world.js";
import { passNearTurns } from "./turns-of-days.js";

/** A whole Daybook on a database and an event node of its own, and ways to call it. */
export interface ServiceWorld {
  readonly service: Service;
  readonly node: EventNode;
  /** Nobody's client; `as(token)` makes one for a token. */
  readonly http: HttpClient;
  close(): Promise<void>;
}

/**
 * What a test reads after a write shows the write's consequences only if the service could wait for
 * them: on a machine that is busy with other things as well, too.
 */
const PATIENCE: Patience = {
  visibleWithin: 60_000,
  settledWithin: 60_000,
  repeats: { lease: 8_000, patience: 60_000 },
  webhooks: 60_000,
  slowness: BUSY_MACHINE,
};

/**
 * Starts the service as main does, with the sandbox on and rate limits as settings say.
 *
 * @param reroute gives the addresses that the service shall use in place of the stores' own
 */
export async function openServiceWorld(
  settings: Readonly<Record<string, string>> = {},
  reroute?: (stores: StoreAddresses) => Promise<StoreAddresses>,
): Promise<ServiceWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), "daybook-world-"));
  const [database, node] = await Promise.all([
    createTestDatabase(),
    startEventNode({ port: 0, storage: { kind: "memory" } }),
  ]);
  const own = {
    databaseUrl: database.url,
    eventStoreUrl: `esdb://127.0.0.1:${node.port}?tls=false`,
  };
  const stores = reroute === undefined ? own : await reroute(own);
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: "0",
    SANDBOX: "on",
    LOG_LEVEL: "error",
    MASTER_KEY: randomBytes(32).toString("hex"),
    EVENTSTORE_URL: stores.eventStoreUrl,
    DATABASE_URL: stores.databaseUrl,
    ...settings,
  });
  const log = createLog({ level: config.logLevel, pretty: true });
  // Who cuts the stores off wants to see how the service itself bears it.
  const patience = reroute === undefined ? PATIENCE : {};
  const service = await startService(config, stores, log, patience);
  const http = new HttpClient(service.url);
  await passNearTurns({ http });
  return {
    service,
    node,
    http,
    async close() {
      await service.stop();
      await node.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
