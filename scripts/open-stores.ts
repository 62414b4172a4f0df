import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { projections } from "../projections/index.js";
import { readConfig, type Config } from "../src/config/config.js";
import { aggregates } from "../src/modules/aggregates.js";
import { systemClock } from "../src/platform/clock/system-clock.js";
import { openDatabase } from "../src/platform/database/database.js";
import { connectEventLog } from "../src/platform/eventlog/event-log.js";
import type { Projecting } from "../src/platform/projecting/rebuild.js";
import { createLog } from "../src/platform/telemetry/log.js";
import { masterKey } from "../src/platform/vault/master-key.js";
import { openVault } from "../src/platform/vault/vault.js";

/** Neither settings nor a running service say where the stores are. */
export class NoStores extends Error {
  override readonly name = "NoStores";
}

/** Where a running service's embedded stores listen: `stores.json` in DATA_DIR. */
const storesFile = z.object({ eventStoreUrl: z.string(), databaseUrl: z.string() });

async function addresses(config: Config): Promise<z.infer<typeof storesFile>> {
  const { eventStoreUrl, databaseUrl, dataDir } = config;
  if (eventStoreUrl !== undefined && databaseUrl !== undefined) {
    return { eventStoreUrl, databaseUrl };
  }
  const file = join(dataDir, "stores.json");
  try {
    return storesFile.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    throw new NoStores(
      `${file} tells of no running service. Start it with \`npm start\`, or set EVENTSTORE_URL ` +
        "and DATABASE_URL to work on stores of your own.",
      { cause: error },
    );
  }
}

/** Opens the log and the read models of the configured service, and closes them after `work`. */
export async function withStores<T>(work: (stores: Projecting) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const { eventStoreUrl, databaseUrl } = await addresses(config);
  const database = openDatabase({ url: databaseUrl, poolSize: 4 });
  const key = await masterKey(config.masterKey, config.dataDir);
  const vault = openVault({ database, masterKey: key });
  const events = Object.assign({}, ...aggregates.map((aggregate) => aggregate.events));
  const log = createLog({ level: "warn", pretty: true });
  const eventLog = connectEventLog({ url: eventStoreUrl, log, clock: systemClock, vault, events });
  try {
    return await work({ definitions: projections, feed: eventLog.feed, database });
  } finally {
    await eventLog.dispose();
    vault.close();
    await database.close();
  }
}
