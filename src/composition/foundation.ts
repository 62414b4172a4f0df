import type { Config } from "../config/config.js";
import type { Clock } from "../kernel/clock.js";
import { migrations } from "../../migrations/index.js";
import { aggregates } from "../modules/aggregates.js";
import { openSandboxClock, type SandboxClock } from "../platform/clock/sandbox-clock.js";
import { systemClock } from "../platform/clock/system-clock.js";
import { openDatabase, type Database } from "../platform/database/database.js";
import { migrate } from "../platform/database/migrate.js";
import { Connection } from "../platform/eventlog/connection.js";
import { openEventLog, type EventLog } from "../platform/eventlog/event-log.js";
import type { Logger } from "../platform/telemetry/log.js";
import { masterKeys, type MasterKeys } from "../platform/vault/master-key.js";
import { masterSecrets } from "../platform/vault/master-secrets.js";
import { openVault, type Vault } from "../platform/vault/vault.js";
import type { StoreAddresses } from "./stores.js";

/** What the service and every script stand on: both stores, opened, and business time. */
export interface Foundation {
  readonly config: Config;
  readonly log: Logger;
  readonly masters: MasterKeys;
  /** Signs access tokens where no setting says with what. */
  readonly accessTokenSecret: Buffer;
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Business time that can be moved; undefined outside the sandbox. */
  readonly sandboxClock: SandboxClock | undefined;
  readonly eventLog: EventLog;
  close(): Promise<void>;
}

/** Connections of the pool; the embedded server allows a hundred, shared by all instances. */
const POOL_SIZE = 16;

/**
 * Brings the database up to date and opens everything on it. The caller closes it.
 *
 * @param slowness how many times as long as usual the log's answers are waited for
 */
export async function openFoundation(
  config: Config,
  stores: StoreAddresses,
  log: Logger,
  slowness = 1,
): Promise<Foundation> {
  await migrate(stores.databaseUrl, migrations);
  const database = openDatabase({ url: stores.databaseUrl, poolSize: POOL_SIZE });
  const masters = await masterKeys(config.masterKeys, config.dataDir);
  const { fingerprint: pepper, accessTokens } = await masterSecrets(database, masters);
  const { current: masterKey, previous: previousKey } = masters;
  const vault = openVault({ database, masterKey, previousKey, pepper });
  const sandboxClock = config.sandbox ? await openSandboxClock(database) : undefined;
  const clock = sandboxClock ?? systemClock;
  const eventLog = openEventLog({
    connection: new Connection(stores.eventStoreUrl, slowness),
    log,
    clock,
    vault,
    events: Object.assign({}, ...aggregates.map(({ events }) => events)),
  });
  return {
    config,
    log,
    masters,
    accessTokenSecret: accessTokens,
    database,
    vault,
    clock,
    sandboxClock,
    eventLog,
    async close() {
      await eventLog.dispose();
      sandboxClock?.close();
      vault.close();
      await database.close();
    },
  };
}
