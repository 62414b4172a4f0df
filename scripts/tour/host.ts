import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projections } from "../../projections/index.js";
import { startService } from "../../src/composition/service.js";
import { keptAddresses } from "../../src/composition/store-addresses.js";
import { startStores } from "../../src/composition/stores.js";
import { readConfig } from "../../src/config/config.js";
import { verify, type VerifyOutcome } from "../../src/platform/projecting/verify.js";
import { createLog } from "../../src/platform/telemetry/log.js";
import { withStores } from "../open-stores.js";
import { TourFailed } from "./tour-failed.js";

/** The service that the tour is made on. */
export interface Host {
  readonly url: string;
  /** Where it comes from, for the report. */
  readonly origin: string;
  verify(signal: AbortSignal): Promise<VerifyOutcome>;
  /** Stops what was started for the tour and removes its data; nothing else. */
  stop(): Promise<void>;
}

/** The service at an address, else the one that runs on DATA_DIR, else one of the tour's own. */
export async function findHost(address: string | undefined): Promise<Host> {
  if (address !== undefined && !/^https?:/.test(address)) {
    throw new TourFailed(`${address} is no address such as http://127.0.0.1:8000`);
  }
  const config = readConfig(process.env);
  const kept = await keptAddresses(config.dataDir);
  const url = address ?? kept?.url;
  if (url === undefined) return ownHost();
  if (address === undefined && !(await answers(url))) return ownHost();
  const named = config.eventStoreUrl !== undefined && config.databaseUrl !== undefined;
  if (!named && (kept?.url === undefined || placeOf(kept.url) !== placeOf(url))) {
    throw new TourFailed(
      `the stores of ${url} are not known, so what it projects could not be verified; set ` +
        "DATA_DIR, or EVENTSTORE_URL and DATABASE_URL, as that service has them",
    );
  }
  return {
    url,
    origin: "running already",
    verify: (signal) => withStores((stores) => verify({ ...stores, names: [], signal })),
    stop: () => Promise.resolve(),
  };
}

/** Host and port; this machine has several names. */
function placeOf(url: string): string {
  return new URL(url).host.replace(/^(localhost|0\.0\.0\.0)\b/, "127.0.0.1");
}

/** A service that was killed leaves its address behind. */
async function answers(url: string): Promise<boolean> {
  const health = await fetch(`${url}/healthz`).catch(() => undefined);
  return health?.ok === true;
}

/** Starts a service as main does, on embedded stores in a folder that goes with it. */
async function ownHost(): Promise<Host> {
  console.error("No service is running here, so one is started for this tour.");
  const dataDir = await mkdtemp(join(tmpdir(), "daybook-tour-"));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    // As root, the embedded database runs under an account that must be able to pass through.
    await chmod(dataDir, 0o711);
    const config = readConfig({ DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "error" });
    const stores = await startStores(config, (line) => console.error(line));
    try {
      const log = createLog({ level: config.logLevel, pretty: true });
      const service = await startService(config, stores, log);
      const { eventLog, database } = service.foundation;
      const projecting = { definitions: projections, feed: eventLog.feed, database };
      return {
        url: service.url,
        origin: "started for this tour",
        verify: (signal) => verify({ ...projecting, names: [], signal }),
        async stop() {
          await service.stop();
          await stores.stop();
          await remove();
        },
      };
    } catch (error) {
      await stores.stop();
      throw error;
    }
  } catch (error) {
    await remove();
    throw error;
  }
}
