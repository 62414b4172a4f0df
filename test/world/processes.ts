import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { promisify } from "node:util";

/** A running process, as far as tests ask. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** Empty where it is not ours to see. */
  readonly folder: string;
}

/** Every process of the machine: from /proc, since a minimal Debian has no `ps`. */
export async function processes(): Promise<readonly Process[]> {
  if (process.platform !== "linux") return listed();
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(ids.map((pid) => seen(pid).catch(() => undefined)));
  return found.filter((one) => one !== undefined);
}

/** Undefined for one that has ended and waits to be asked about. */
async function seen(pid: number): Promise<Process | undefined> {
  const [stat, command, folder] = await Promise.all([
    readFile(`/proc/${pid}/stat`, "utf8"),
    readFile(`/proc/${pid}/cmdline`, "utf8"),
    readlink(`/proc/${pid}/cwd`).catch(() => ""),
  ]);
  const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (state === "Z" || state === "X") return undefined;
  return { pid, parent: Number(parent), command: command.replaceAll("\0", " "), folder };
}

async function listed(): Promise<readonly Process[]> {
  const { stdout } = await promisify(execFile)("ps", ["-axo", "pid=,ppid=,command="]);
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (pid === undefined) return [];
    return [{ pid: Number(pid), parent: Number(parent), command, folder: "" }];
  });
}
