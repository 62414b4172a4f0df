import { createHash } from "node:crypto";
import { mkdirSync, realpathSync, rmSync } from "node:fs";
import type { Server } from "node:net";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CannotStart, reasonOf } from "../../cannot-start.js";

/**
 * Makes sure that one node alone writes to a folder: two would each count positions on their own.
 * The lock is a listening socket, which ends with its process however that ends, so a kill leaves
 * no stale lock. Resolves with the function that gives the folder free.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const address = lockAddress(existing(folder));
  const server = (await listen(address)) ?? (await replaceStale(address));
  if (server === undefined) {
    throw new CannotStart(`The folder ${folder} is in use by another event node.`);
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function existing(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return realpathSync(folder);
  } catch (error) {
    throw new CannotStart(`The folder ${folder} cannot be made: ${reasonOf(error)}`);
  }
}

/** Socket paths are short by law, folders are not; hence a hash. */
function lockAddress(folder: string): string {
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return process.platform === "win32"
    ? `\\\\.\\pipe\\event-node-${hash}`
    : join(tmpdir(), `event-node-${hash}.sock`);
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((peer) => peer.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => resolve(server));
  });
}

/** A socket file that nobody listens on is what a killed node left behind. */
async function replaceStale(address: string): Promise<Server | undefined> {
  const alive = await new Promise<boolean>((resolve) => {
    const probe = connect(address, () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
  if (alive) return undefined;
  rmSync(address, { force: true });
  return listen(address);
}
