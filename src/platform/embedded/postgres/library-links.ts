import { readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the links among PostgreSQL's libraries. npm packages cannot hold links, so the platform
 * package lists them in `pg-symlinks.json` and makes them in an install script, which npm may have
 * been told not to run. Returns false where a link can neither be made nor exists.
 */
export async function linkLibraries(folder: string): Promise<boolean> {
  const listed = await readFile(join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const made = await Promise.all(
    links.parse(JSON.parse(listed)).map(({ source, target }) => {
      const link = join(dirname(folder), target);
      return symlink(relative(dirname(target), source), link).then(
        () => true,
        (error: NodeJS.ErrnoException) => error.code === "EEXIST",
      );
    }),
  );
  return made.every(Boolean);
}
