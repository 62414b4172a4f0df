import { projections } from "../projections/index.js";
import { openFoundation, type Foundation } from "../src/composition/foundation.js";
import { findStores } from "../src/composition/store-addresses.js";
import { readConfig } from "../src/config/config.js";
import type { Projecting } from "../src/platform/projecting/rebuild.js";
import { createLog } from "../src/platform/telemetry/log.js";

/** Opens what the configured or running service stands on, and closes it after `work`. */
export async function withFoundation<T>(work: (foundation: Foundation) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const log = createLog({ level: "warn", pretty: true });
  const foundation = await openFoundation(config, await findStores(config), log);
  try {
    return await work(foundation);
  } finally {
    await foundation.close();
  }
}

/** The part of it that rebuilding and verifying need. */
export function withStores<T>(work: (stores: Projecting) => Promise<T>): Promise<T> {
  return withFoundation(({ eventLog, database }) =>
    work({ definitions: projections, feed: eventLog.feed, database }),
  );
}
