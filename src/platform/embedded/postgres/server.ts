import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { stopWithParent } from "./parent-watch.js";
import { dataArgument, seatOptions, type Seat } from "./seat.js";
import { settingArguments, type ServerSettings } from "./settings.js";

const READY = "database system is ready to accept connections";
const FAST_MS = 10_000;

/** A server that accepts connections. */
export interface RunningServer {
  /** Settles when the server has ended, asked or not. */
  readonly ended: Promise<unknown>;
  /** Asks for a fast shutdown (clients are dropped, nothing is lost) and waits for the end. */
  readonly stop: () => Promise<void>;
}

/** The server ended before it was ready; the message is its own complaint. */
export class ServerRefused extends Error {}

/**
 * Starts `postgres` and waits until it accepts connections, which it says on its standard error:
 * no time is lost between two polls. `log` takes the lines that an operator should see.
 */
export async function startServer(
  bin: string,
  seat: Seat,
  settings: ServerSettings,
  log: (line: string) => void,
): Promise<RunningServer> {
  const child = spawn(
    join(bin, "postgres"),
    ["-D", dataArgument(seat), ...settingArguments(settings)],
    { ...seatOptions(seat), stdio: ["ignore", "ignore", "pipe"] },
  );
  await once(child, "spawn");
  const callOffWatch = child.pid === undefined ? () => undefined : stopWithParent(child.pid);
  const ended = once(child, "close").finally(callOffWatch);
  let stopping = false;
  await untilReady(child, ended, (line) => {
    if (!stopping && isForOperator(line)) log(line);
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    child.kill("SIGINT");
    const impatience = setTimeout(() => child.kill("SIGQUIT"), FAST_MS);
    await ended.finally(() => clearTimeout(impatience));
  };
  return { ended, stop };
}

function untilReady(
  child: ChildProcess,
  ended: Promise<unknown>,
  hear: (line: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    let ready = false;
    if (child.stderr === null) throw new TypeError("The server's standard error is not piped.");
    createInterface(child.stderr).on("line", (line) => {
      if (ready) return hear(line);
      said.push(line);
      ready = line.includes(READY);
      if (ready) resolve();
    });
    ended.then(() => reject(new ServerRefused(complaintIn(said))), reject);
  });
}

/** Of all that a failing server says, the lines that tell why. */
function complaintIn(said: readonly string[]): string {
  const telling = said.filter((line) => /^(WARNING|FATAL|PANIC|DETAIL|HINT):|could not/.test(line));
  return (telling.length > 0 ? telling : said).join(" ");
}

/** Not the end of one client's connection, which that client hears of itself. */
function isForOperator(line: string): boolean {
  return /^(WARNING|FATAL|PANIC): +(?! |terminating connection)|was terminated by signal/.test(
    line,
  );
}
