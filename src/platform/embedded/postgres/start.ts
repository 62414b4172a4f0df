import { access, constants, mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { CannotStart } from "../cannot-start.js";
import { chooseAccount } from "./account.js";
import { findBinaries } from "./binaries.js";
import { prepareCluster, ROLE } from "./cluster.js";
import { readNotes, writeNotes } from "./folder-notes.js";
import { keepRunning } from "./keep-running.js";
import { handOver } from "./hand-over.js";
import { clearLeftovers } from "./orphan.js";
import { choosePort } from "./port.js";
import type { Seat } from "./seat.js";
import { ServerRefused, startServer, type RunningServer } from "./server.js";

/** Bytes that the name of a socket may have on every system. */
const LONGEST_SOCKET_PATH = 103;

/** What to start, and where. */
export interface EmbeddedPostgresOptions {
  /** The folder of the server's data, password and port; made if missing. */
  readonly folder: string;
  /** Takes a line for the operator; silent while all is well. */
  readonly log: (line: string) => void;
  /** False gives up safety against power cuts for speed; only for throw-away test data. */
  readonly durable?: boolean;
}

/** A PostgreSQL server that lives as long as this process at most. */
export interface EmbeddedPostgres {
  /** Its address by TCP, with `host` set to the folder of its socket where there is one. */
  readonly url: string;
  /** Stops the server; returns once no process of it is left. May be called again. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL 18 on the folder and returns its URL, on 127.0.0.1 and a free port that the
 * folder keeps. Root hands it to another account. A server that dies is started again on the same
 * port; if this process dies, the server stops by itself.
 * Throws CannotStart with a sentence for the operator where this machine or folder will not do.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  try {
    return await start(options);
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new CannotStart(
      `PostgreSQL cannot use its folder ${options.folder}: ${error.message}. ` +
        "Make it accessible to this user, or set DATA_DIR to another folder.",
    );
  }
}

async function start({
  folder,
  log,
  durable = true,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const seat = await takeSeat(folder);
  const before = await readNotes(folder);
  await clearLeftovers(seat.data, before?.owner);
  const bin = await findBinaries(seat.account);
  const password = await prepareCluster(bin, folder, seat, durable);
  const launch = async (port: number): Promise<RunningServer> => {
    await writeNotes(folder, { port, owner: process.pid }, seat.account);
    return startServer(bin, seat, { port, durable }, log);
  };
  const { port, server } = await firstLaunch(seat.data, before?.port, launch);
  const stop = keepRunning(server, () => launch(port), log);
  const url = new URL(`postgres://${ROLE}:${password}@127.0.0.1:${port}/postgres`);
  if (await hasSocket(seat.data, port)) url.searchParams.set("host", seat.data);
  return { url: url.href, stop };
}

/** Whether clients of this machine may go through the server's socket; its path may be too long. */
async function hasSocket(data: string, port: number): Promise<boolean> {
  const path = join(data, `.s.PGSQL.${port}`);
  if (Buffer.byteLength(path) > LONGEST_SOCKET_PATH) return false;
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}

async function takeSeat(folder: string): Promise<Seat> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const real = await realpath(folder);
  await access(real, constants.R_OK | constants.W_OK | constants.X_OK);
  const data = join(real, "data");
  const account = await chooseAccount(data);
  if (account !== undefined) await handOver(real, account);
  return { data, account };
}

/** Another process may take the chosen port before the server does; then another one is chosen. */
async function firstLaunch(
  data: string,
  wanted: number | undefined,
  launch: (port: number) => Promise<RunningServer>,
): Promise<{ port: number; server: RunningServer }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(attempt === 1 ? wanted : undefined);
    try {
      return { port, server: await launch(port) };
    } catch (error) {
      if (!(error instanceof ServerRefused)) throw error;
      if (attempt < 5 && error.message.includes("could not bind")) continue;
      throw new CannotStart(`PostgreSQL does not start on ${data}. It says: ${error.message}`);
    }
  }
}
