import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aggregates } from "../../src/modules/aggregates.js";
import { systemClock } from "../../src/platform/clock/system-clock.js";
import { openDatabase, type Database } from "../../src/platform/database/database.js";
import { startEventNode } from "../../src/platform/embedded/event-node/start-event-node.js";
import { Connection } from "../../src/platform/eventlog/connection.js";
import { openEventLog, type EventLog } from "../../src/platform/eventlog/event-log.js";
import { openVault } from "../../src/platform/vault/vault.js";
import { createTestDatabase } from "../world/database.js";
import { HttpClient } from "../world/http-client.js";
import { silent } from "../world/log-world.js";
import { freePort } from "../world/free-port.js";
import { startMain } from "../world/main-process.js";
import { passNearTurns } from "../world/turns-of-days.js";

/** The service in a process of its own, on stores that outlive it and can be looked into. */
export interface MortalService {
  readonly http: HttpClient;
  readonly log: EventLog;
  readonly database: Database;
  /** kill -9, and a new start. */
  killAndStart(): Promise<void>;
  /** Ends it with a signal; answers with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** What it has said at last. */
  said(): string;
  close(): Promise<void>;
}

export async function openMortalService(): Promise<MortalService> {
  const [folder, stored, node, port] = await Promise.all([
    mkdtemp(join(tmpdir(), "daybook-mortal-")),
    createTestDatabase(),
    startEventNode({ port: 0, storage: { kind: "memory" } }),
    freePort(),
  ]);
  const masterKey = randomBytes(32);
  const url = `esdb://127.0.0.1:${node.port}?tls=false`;
  const settings = {
    DATA_DIR: folder,
    PORT: String(port),
    RATE_LIMITS: "off",
    SANDBOX: "on",
    MASTER_KEY: masterKey.toString("hex"),
    EVENTSTORE_URL: url,
    DATABASE_URL: stored.url,
  };
  let main = await startMain(settings);
  const database = openDatabase({ url: stored.url, poolSize: 4 });
  const vault = openVault({ database, masterKey });
  const events = Object.assign({}, ...aggregates.map((each) => each.events));
  const connection = new Connection(url);
  const log = openEventLog({ connection, log: silent, clock: systemClock, vault, events });
  const http = new HttpClient(main.url);
  await passNearTurns({ http });
  return {
    http,
    log,
    database,
    async killAndStart() {
      await main.end("SIGKILL");
      main = await startMain(settings);
    },
    end: (signal) => main.end(signal),
    said: () => main.said(),
    async close() {
      await main.end("SIGKILL");
      await log.dispose();
      vault.close();
      await database.close();
      await node.stop();
      await stored.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
