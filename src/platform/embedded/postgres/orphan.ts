import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { CannotStart } from "../cannot-start.js";
import { isAlive, parentOf, worksIn } from "./processes.js";

const FAST_MS = 10_000;
const IMMEDIATE_MS = 5_000;

/**
 * Clears what an earlier start left in the data folder, so that a new server can use it.
 * - A server whose owner lives is in use: refused.
 * - A server whose owner was killed is stopped, and waited for.
 * - A lock file of a server that is gone is PostgreSQL's own to clear, save when its process id has
 *   passed to another process of the same user, which PostgreSQL would take for the server.
 */
export async function clearLeftovers(data: string, owner: number | undefined): Promise<void> {
  const lock = join(data, "postmaster.pid");
  const server = Number.parseInt(await readFile(lock, "utf8").catch(() => ""), 10);
  if (!Number.isInteger(server) || server <= 0 || !(await isAlive(server))) return;
  if (!(await worksIn(server, data))) {
    await rm(lock, { force: true });
    return;
  }
  if (owner !== undefined && (await parentOf(server)) === owner) {
    throw new CannotStart(
      `The folder ${data} is in use by the running process ${owner}. ` +
        "Stop that one, or set DATA_DIR to another folder.",
    );
  }
  if (await stopsOn(server, "SIGINT", FAST_MS)) return;
  if (await stopsOn(server, "SIGQUIT", IMMEDIATE_MS)) return;
  throw new CannotStart(
    `A PostgreSQL server of an earlier start, process ${server}, still uses ${data} and does not ` +
      "stop. End that process, then start again.",
  );
}

async function stopsOn(
  server: number,
  signal: NodeJS.Signals,
  patienceMs: number,
): Promise<boolean> {
  const end = Date.now() + patienceMs;
  try {
    process.kill(server, signal);
    while ((await isAlive(server)) && Date.now() < end) await delay(10);
  } catch {
    // It ended between the look and the signal, or it is not ours to signal; the last look tells.
  }
  return !(await isAlive(server));
}
