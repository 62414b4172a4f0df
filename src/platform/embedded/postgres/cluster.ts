import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CannotStart } from "../cannot-start.js";
import { complaintOf } from "./program.js";
import { dataArgument, type Seat } from "./seat.js";

/** The role that owns an embedded server, and with which the service connects. */
export const ROLE = "daybook";

/**
 * Makes the folder's database cluster unless it exists, and returns its role's password. It is made
 * aside and renamed when whole, so a kill in the middle leaves nothing that looks like a cluster.
 * The password is random, kept in the folder, readable by the account alone.
 */
export async function prepareCluster(
  bin: string,
  folder: string,
  seat: Seat,
  durable: boolean,
): Promise<string> {
  const file = join(folder, "password");
  if (await isCluster(seat.data)) return (await readFile(file, "utf8")).trim();
  const password = randomBytes(24).toString("base64url");
  const aside = { ...seat, data: `${seat.data}.new` };
  await rm(aside.data, { recursive: true, force: true });
  await mkdir(aside.data, { mode: 0o700 });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  if (seat.account !== undefined) {
    for (const path of [aside.data, file]) await chown(path, seat.account.uid, seat.account.gid);
  }
  await initialise(bin, aside, file, durable);
  await rename(aside.data, seat.data);
  return password;
}

function isCluster(data: string): Promise<boolean> {
  return stat(join(data, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}

/**
 * Runs initdb. Text sorts by code point (the built-in C.UTF-8), so an index never depends on the
 * machine's locales. The password goes in as standard input: a path could be out of its reach.
 */
async function initialise(
  bin: string,
  seat: Seat,
  passwordFile: string,
  durable: boolean,
): Promise<void> {
  const input = await open(passwordFile);
  const access = ["--username", ROLE, "--pwfile=/dev/stdin", "--auth=scram-sha-256"];
  const texts = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin"];
  const rest = ["--builtin-locale=C.UTF-8", "--no-instructions", ...(durable ? [] : ["--no-sync"])];
  const options = ["-D", dataArgument(seat), ...access, ...texts, ...rest];
  try {
    const complaint = await complaintOf(join(bin, "initdb"), options, seat, input.fd);
    if (complaint === undefined) return;
    throw new CannotStart(
      `PostgreSQL cannot make its data folder ${seat.data}. It says: ${complaint}`,
    );
  } finally {
    await input.close();
  }
}
