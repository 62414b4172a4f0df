import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const stored = z.object({ jwtSecret: z.string().min(32), masterKey: z.string().min(32) });

export type StoredSecrets = z.output<typeof stored>;

/**
 * The secrets of a service with embedded stores: made at the first start and kept beside its data,
 * readable by its owner alone, so that tokens and encrypted fields outlive a restart.
 *
 * @param dataDir the data folder; made if it is missing
 */
export function storedSecrets(dataDir: string): StoredSecrets {
  const file = join(dataDir, "secrets.json");
  // The database's own account must be able to pass through to its folder below, not to list it.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const fresh: StoredSecrets = { jwtSecret: token(), masterKey: token() };
  try {
    // `wx` refuses an existing file: of two services that start at once, both read the first's.
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    return fresh;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
    return stored.parse(JSON.parse(readFileSync(file, "utf8")));
  }
}

function token(): string {
  return randomBytes(32).toString("hex");
}
