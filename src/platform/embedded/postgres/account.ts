import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { CannotStart } from "../cannot-start.js";

const run = promisify(execFile);

/** The account that PostgreSQL's processes run under, and that owns its data folder. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** In order of preference; a minimal Debian has the last one only. */
const CANDIDATES = ["postgres", "_postgres", "nobody"];

/**
 * Says under which account to run: undefined is our own. PostgreSQL refuses to run as root, so root
 * hands it to the owner of existing data, or else to a system account that exists already: no
 * account is ever made, since a laptop's list of users is none of our business.
 */
export async function chooseAccount(data: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of CANDIDATES) {
    const account = await lookUp(name);
    if (account !== undefined) return account;
  }
  throw new CannotStart(
    `PostgreSQL does not run as root, and none of the accounts ${CANDIDATES.join(", ")} exists ` +
      "here. Start as another user, make one of them, or set DATABASE_URL.",
  );
}

async function lookUp(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
