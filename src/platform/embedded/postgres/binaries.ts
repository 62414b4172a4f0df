import { join } from "node:path";
import { CannotStart } from "../cannot-start.js";
import type { Account } from "./account.js";
import { copyToCache } from "./copied-package.js";
import { linkLibraries } from "./library-links.js";
import { packagedFolder } from "./platform-package.js";
import { complaintOf } from "./program.js";

/**
 * Finds PostgreSQL's programs in a form that the account can run; returns their folder. First as
 * npm unpacked them; then with the library links that npm's install script would have made, had it
 * been allowed to; then as a copy in a cache folder, for a checkout that the account cannot enter.
 */
export async function findBinaries(account: Account | undefined): Promise<string> {
  const packaged = await packagedFolder();
  const bin = join(packaged, "bin");
  if ((await trial(bin, account)) === undefined) return bin;
  const linked = await linkLibraries(packaged);
  if (linked && (await trial(bin, account)) === undefined) return bin;
  const copy = join(await copyToCache(packaged, account), "bin");
  const complaint = await trial(copy, account);
  if (complaint === undefined) return copy;
  throw new CannotStart(
    `The embedded PostgreSQL does not run on this machine: ${complaint} ` +
      `Its programs are in ${bin}, a copy is in ${copy}. ` +
      "Remove the copy if it is damaged, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

/** Runs `postgres --version` under the account: undefined if that works, else what went wrong. */
function trial(bin: string, account: Account | undefined): Promise<string | undefined> {
  return complaintOf(join(bin, "postgres"), ["--version"], { data: "/", account });
}
