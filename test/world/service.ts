import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startService, type Service } from "../../src/composition/service.js";
import type { StoreAddresses } from "../../src/composition/stores.js";
import { readConfig } from "../../src/config/config.js";
import {
  startEventNode,
  type EventNode,
} from "../../src/platform/embedded/event-node/start-event-node.js";
import { createLog } from "../../src/platform/telemetry/log.js";
import { createTestDatabase } from "./database.js";
import { HttpClient } from "./http-client.js";

/** A whole Daybook on a database and an event node of its own, and ways to call it. */
export interface ServiceWorld {
  readonly service: Service;
  readonly node: EventNode;
  /** Nobody's client; `as(token)` makes one for a token. */
  readonly http: HttpClient;
  close(): Promise<void>;
}

/**
 * Starts the service as main does, with the sandbox on and rate limits as settings say.
 *
 * @param reroute gives the addresses that the service shall use in place of the stores' own
 */
export async function openServiceWorld(
  settings: Readonly<Record<string, string>> = {},
  reroute = (stores: StoreAddresses): Promise<StoreAddresses> => Promise.resolve(stores),
): Promise<ServiceWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), "daybook-world-"));
  const [database, node] = await Promise.all([
    createTestDatabase(),
    startEventNode({ port: 0, storage: { kind: "memory" } }),
  ]);
  const stores = await reroute({
    databaseUrl: database.url,
    eventStoreUrl: `esdb://127.0.0.1:${node.port}?tls=false`,
  });
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
  const service = await startService(config, stores, log);
  return {
    service,
    node,
    http: new HttpClient(service.url),
    async close() {
      await service.stop();
      await node.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
