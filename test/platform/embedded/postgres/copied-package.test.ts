import { cp, readdir, readlink, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import test from "ava";
import { copyToCache } from "../../../../src/platform/embedded/postgres/copied-package.js";
import { linkLibraries } from "../../../../src/platform/embedded/postgres/library-links.js";
import { packagedFolder } from "../../../../src/platform/embedded/postgres/platform-package.js";
import { complaintOf } from "../../../../src/platform/embedded/postgres/program.js";
import { temporaryFolder } from "../../../world/temporary-folder.js";

function trial(folder: string): Promise<string | undefined> {
  return complaintOf(join(folder, "bin/postgres"), ["--version"], {
    data: "/",
    account: undefined,
  });
}

/** The platform package as npm leaves it where install scripts are not run: without links. */
async function withoutLinks(folder: string): Promise<string> {
  const packaged = await packagedFolder();
  const copy = join(folder, basename(packaged));
  await cp(dirname(packaged), folder, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(join(copy, "lib"), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(copy, "lib", entry.name));
  }
  return copy;
}

test("links that npm's install script did not make are made", async (t) => {
  const packaged = await withoutLinks(await temporaryFolder(t));
  const libraries = await readdir(join(packaged, "lib"));
  t.true(await linkLibraries(packaged));
  t.is(await trial(packaged), undefined);
  const made = (await readdir(join(packaged, "lib"))).filter((name) => !libraries.includes(name));
  for (const name of made) t.false((await readlink(join(packaged, "lib", name))).includes("/"));
  t.true(await linkLibraries(packaged), "links that exist are fine");
});

test.serial("the copy in the cache runs, and is made once", async (t) => {
  const folder = await temporaryFolder(t);
  const packaged = await withoutLinks(folder);
  const before = process.env["XDG_CACHE_HOME"];
  process.env["XDG_CACHE_HOME"] = join(folder, "cache");
  try {
    const [copy, same] = await Promise.all([
      copyToCache(packaged, undefined),
      copyToCache(packaged, undefined),
    ]);
    t.is(copy, same);
    t.is(await trial(copy), undefined);
    t.is((await readdir(join(folder, "cache/daybook"))).length, 1);
  } finally {
    if (before === undefined) delete process.env["XDG_CACHE_HOME"];
    else process.env["XDG_CACHE_HOME"] = before;
  }
});
