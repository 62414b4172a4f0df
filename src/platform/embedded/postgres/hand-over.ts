import { chown, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Account } from "./account.js";

/**
 * Gives root's files in the folder to the account. Data that root copied or restored from a backup
 * belongs to root, and PostgreSQL refuses data that is not its own.
 */
export async function handOver(folder: string, account: Account): Promise<void> {
  const data = await stat(join(folder, "data")).catch(() => undefined);
  await chown(folder, account.uid, account.gid);
  if (data === undefined || data.uid !== 0) return;
  for (const path of await readdir(folder, { recursive: true })) {
    await chown(join(folder, path), account.uid, account.gid);
  }
}
