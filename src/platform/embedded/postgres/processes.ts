import { execFile } from "node:child_process";
import { readFile, readlink, realpath } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const onLinux = process.platform === "linux";

/**
 * Whether a process of this id runs, ours or another user's. One that has ended but that nobody has
 * asked about yet (a zombie, as a container's first process leaves them) does not run any more.
 */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return !onLinux || !["Z", "X", undefined].includes((await statusOf(pid))[0]);
}

/** The process that started this one, or that inherited it; undefined if it is gone. */
export async function parentOf(pid: number): Promise<number | undefined> {
  const parent = onLinux
    ? (await statusOf(pid))[1]
    : await run("ps", ["-o", "ppid=", "-p", String(pid)]).then(
        ({ stdout }) => stdout,
        () => "",
      );
  return Number(parent) || undefined;
}

/** State, parent and more of a process, from /proc: a minimal Debian has no `ps`. */
async function statusOf(pid: number): Promise<string[]> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ")");
  // The second field is the program's name in brackets and may hold spaces and brackets itself.
  return line
    .slice(line.lastIndexOf(")") + 1)
    .trim()
    .split(" ")
    .filter(Boolean);
}

/** Whether the process is a PostgreSQL server on this data folder, its working folder. */
export async function worksIn(pid: number, data: string): Promise<boolean> {
  try {
    if (onLinux) return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(data));
    return (await run("ps", ["-o", "command=", "-p", String(pid)])).stdout.includes(data);
  } catch {
    return false;
  }
}
