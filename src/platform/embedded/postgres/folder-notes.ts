import { chown, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Account } from "./account.js";

const notes = z.object({ port: z.int(), owner: z.int() });

/** What a start writes down beside the data for the next one. */
export interface FolderNotes {
  /** The port of the last start, kept so that connections of other tools keep working. */
  readonly port: number;
  /** The process that started the server; a server whose parent is another one is an orphan. */
  readonly owner: number;
}

/** Reads the notes of the last start; undefined if there are none or they are damaged. */
export async function readNotes(folder: string): Promise<FolderNotes | undefined> {
  try {
    return notes.parse(JSON.parse(await readFile(join(folder, "server.json"), "utf8")));
  } catch {
    return undefined;
  }
}

/** Replaces the notes in one step, so that a kill leaves the old ones or the new ones. */
export async function writeNotes(
  folder: string,
  written: FolderNotes,
  account: Account | undefined,
): Promise<void> {
  const aside = join(folder, "server.json.new");
  await writeFile(aside, `${JSON.stringify(written)}\n`);
  if (account !== undefined) await chown(aside, account.uid, account.gid);
  await rename(aside, join(folder, "server.json"));
}
