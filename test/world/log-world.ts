import { randomBytes } from "node:crypto";
import { pino } from "pino";
import type { Envelope } from "../../src/kernel/commands.js";
import { newId } from "../../src/kernel/ids.js";
import { openDatabase, type Database } from "../../src/platform/database/database.js";
import { migrate } from "../../src/platform/database/migrate.js";
import {
  startEventNode,
  type EventNode,
} from "../../src/platform/embedded/event-node/start-event-node.js";
import { Connection } from "../../src/platform/eventlog/connection.js";
import { openEventLog, type EventLog } from "../../src/platform/eventlog/event-log.js";
import type { EventDescriptions } from "../../src/platform/eventlog/upcast.js";
import { openVault, type Vault } from "../../src/platform/vault/vault.js";
import { migrations } from "../../migrations/index.js";
import { createTestDatabase } from "./database.js";

/** Both stores and the ways to them, for one test file. */
export interface LogWorld {
  readonly node: EventNode;
  readonly nodeUrl: string;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly vault: Vault;
  readonly connection: Connection;
  readonly log: EventLog;
  /** Moves by hand; starts at the machine's time. */
  readonly clock: { now(): number; advance(milliseconds: number): void };
  close(): Promise<void>;
}

/** How many times as long as usual a test's log may take: a minute for five seconds. */
export const BUSY_MACHINE = 12;

export const MASTER_KEY = randomBytes(32);

export const silent = pino({ level: "silent" });

export async function openLogWorld(
  events: EventDescriptions,
  masterKey = MASTER_KEY,
): Promise<LogWorld> {
  const test = await createTestDatabase();
  await migrate(test.url, migrations);
  const node = await startEventNode({ port: 0, storage: { kind: "memory" } });
  const nodeUrl = `esdb://127.0.0.1:${node.port}?tls=false`;
  const database = openDatabase({ url: test.url, poolSize: 4 });
  const vault = openVault({ database, masterKey });
  const clock = handClock();
  const connection = new Connection(nodeUrl, BUSY_MACHINE);
  const log = openEventLog({ connection, log: silent, clock, vault, events });
  const close = async (): Promise<void> => {
    await log.dispose();
    vault.close();
    await database.close();
    await node.stop();
    await test.drop();
  };
  return {
    node,
    nodeUrl,
    databaseUrl: test.url,
    database,
    vault,
    connection,
    log,
    clock,
    close,
  };
}

function handClock(): LogWorld["clock"] {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** A command's envelope; everything not given is new. */
export function envelope(commandId = newId(), correlationId = commandId): Envelope {
  return {
    marketplace: "minuteserv",
    actor: { id: "tester", role: "customer" },
    commandId,
    correlationId,
    causationId: commandId,
  };
}
