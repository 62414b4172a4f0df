import { banner } from "./composition/banner.js";
import { startService } from "./composition/service.js";
import { keepAddresses } from "./composition/store-addresses.js";
import { startStores } from "./composition/stores.js";
import { InvalidSettings, readConfig, type Config } from "./config/config.js";
import { CannotStart } from "./platform/embedded/cannot-start.js";
import { createLog, type Logger } from "./platform/telemetry/log.js";

/** What the operator can cure is told in one sentence; the rest is a bug and shows its stack. */
function explain(error: unknown): never {
  const curable = error instanceof InvalidSettings || error instanceof CannotStart;
  const address = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  const text = curable || address ? (error as Error).message : error;
  process.stderr.write(`${text instanceof Error ? text.stack : String(text)}\n`);
  process.exit(1);
}

async function start(config: Config, log: Logger): Promise<() => Promise<void>> {
  const stores = await startStores(config, (line) => log.warn(line));
  try {
    const service = await startService(config, stores, log);
    await keepAddresses(config.dataDir, { ...stores, url: service.url });
    process.stdout.write(banner(config, service.url, stores));
    return async () => {
      await service.stop();
      await stores.stop();
    };
  } catch (error) {
    await stores.stop();
    throw error;
  }
}

/** A second signal does not wait: whoever sends it has lost patience. */
function stopOnSignal(stop: () => Promise<void>, log: Logger): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      log.info({ signal }, "stopping");
      void stop().then(() => process.exit(0), explain);
    });
  }
}

try {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, pretty: process.stdout.isTTY });
  stopOnSignal(await start(config, log), log);
} catch (error) {
  explain(error);
}
