import { randomUUID } from "node:crypto";
import { chmod, cp, mkdir, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { CannotStart, reasonOf } from "../cannot-start.js";
import type { Account } from "./account.js";
import { linkLibraries } from "./library-links.js";

const manifest = z.object({ version: z.string() });

/**
 * Copies PostgreSQL's programs to a cache folder that the account can enter, and returns the copy's
 * folder; an existing copy of the same version is used again. The copy is made aside and renamed,
 * so that two starts at once, or a kill between, never leave half a copy under the final name.
 */
export async function copyToCache(packaged: string, account: Account | undefined): Promise<string> {
  const text = await readFile(join(dirname(packaged), "package.json"), "utf8");
  const { version } = manifest.parse(JSON.parse(text));
  const home = join(cacheFolder(account), `postgresql-${version}-${process.arch}`);
  const copy = join(home, basename(packaged));
  if (await exists(copy)) return copy;
  const aside = `${home}.${randomUUID()}`;
  try {
    await mkdir(aside, { recursive: true });
    await cp(packaged, join(aside, basename(packaged)), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith(".a"),
    });
    await linkLibraries(join(aside, basename(packaged)));
    await openToAll(aside);
    await rename(aside, home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    if (!(await exists(copy))) throw cannotCopy(packaged, home, error);
  }
  return copy;
}

/** The system's cache when root hands over to another account, else our own. */
function cacheFolder(account: Account | undefined): string {
  return account === undefined
    ? join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "daybook")
    : "/var/cache/daybook";
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Lets everybody read the copy, also where the original was installed with a strict umask. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith("/bin") ? 0o755 : 0o644);
  }
}

function cannotCopy(from: string, to: string, error: unknown): CannotStart {
  return new CannotStart(
    `PostgreSQL's programs cannot be run where they are, in ${from}, and cannot be copied to ` +
      `${to} either: ${reasonOf(error)} Move the project to a folder that other users can ` +
      "enter, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}
