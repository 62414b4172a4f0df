import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig, type Config } from "../../src/config/config.js";
import { startStores, type Stores } from "../../src/composition/stores.js";
import { run } from "./program.js";

/** A folder for stores of one measurement's own, removed when the work is done. */
export async function inDataFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "daybook-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What every program of a measurement runs with: the sandbox, as fast as it goes. */
export function settingsOf(folder: string): Readonly<Record<string, string>> {
  return { DATA_DIR: folder, PORT: "0", RATE_LIMITS: "off", LOG_LEVEL: "warn" };
}

/** Runs the folder's stores, on disk, for as long as the work takes. */
export async function withStores<T>(
  folder: string,
  work: (stores: Stores, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(settingsOf(folder));
  const stores = await startStores(config, (line) => console.error(line));
  try {
    return await work(stores, config);
  } finally {
    await stores.stop();
  }
}

/** Bookings with all that happens to them; gives how many events they are. */
export async function seed(
  folder: string,
  bookings: number,
  ...more: readonly string[]
): Promise<number> {
  const args = ["--bookings", String(bookings), ...more];
  const { output } = await run("scripts/seed.js", args, settingsOf(folder));
  return Number(/(\d+) events in/.exec(output)?.[1] ?? NaN);
}
