import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { InvalidSettings, type Config } from "../config/config.js";
import type { StoreAddresses } from "./stores.js";

const kept = z.object({
  eventStoreUrl: z.string(),
  databaseUrl: z.string(),
  url: z.string().optional(),
});

/** What stands in DATA_DIR while a service runs on it: its stores and, once it answers, its URL. */
export interface KeptAddresses extends StoreAddresses {
  readonly url?: string | undefined;
}

function fileOf(dataDir: string): string {
  return join(dataDir, "stores.json");
}

/** Written for the scripts; the database's address carries its password, so only for the owner. */
export async function keepAddresses(dataDir: string, kept: KeptAddresses): Promise<void> {
  const { eventStoreUrl, databaseUrl, url } = kept;
  // The embedded database's own account must be able to pass through to its folder below.
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const text = `${JSON.stringify({ eventStoreUrl, databaseUrl, url }, null, 2)}\n`;
  await writeFile(fileOf(dataDir), text, { mode: 0o600 });
}

export async function forgetAddresses(dataDir: string): Promise<void> {
  await rm(fileOf(dataDir), { force: true });
}

/** Where a script finds the stores: as set, else as a running service has left them. */
export async function findStores(config: Config): Promise<StoreAddresses> {
  const { eventStoreUrl, databaseUrl, dataDir } = config;
  if (eventStoreUrl !== undefined && databaseUrl !== undefined) {
    return { eventStoreUrl, databaseUrl };
  }
  const found = await keptAddresses(dataDir);
  if (found === undefined) {
    throw new InvalidSettings(
      `No service is running on ${dataDir}. Start it with npm start, or set EVENTSTORE_URL and ` +
        "DATABASE_URL.",
    );
  }
  return found;
}

/** What a running service, or one that was killed, has left in its DATA_DIR. */
export async function keptAddresses(dataDir: string): Promise<KeptAddresses | undefined> {
  const text = await readFile(fileOf(dataDir), "utf8").catch(() => undefined);
  return text === undefined ? undefined : kept.parse(JSON.parse(text));
}
