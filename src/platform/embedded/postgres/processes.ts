import { execFile } from "node:child_process";
import { readFile, readlink, realpath } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const onLinux = process.platform === "linux";

/** Whether a process of this id exists, ours or another user's. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/**
 * The process that started this one, or that inherited it; undefined if it is gone. Linux is read
 * from /proc, because a minimal Debian has no `ps`.
 */
export const parentOf = async (pid: number): Promise<number | undefined> => {
  try {
    if (!onLinux) return Number((await run("ps", ["-o", "ppid=", "-p", String(pid)])).stdout);
    const line = await readFile(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold spaces and brackets itself.
    return Number(line.slice(line.lastIndexOf(")") + 1).trim().split(" ")[1]);
  } catch {
    return undefined;
  }
};

/** Whether the process is a PostgreSQL server on this data folder, which it makes its own folder. */
export const worksIn = async (pid: number, data: string): Promise<boolean> => {
  try {
    if (onLinux) return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(data));
    return (await run("ps", ["-o", "command=", "-p", String(pid)])).stdout.includes(data);
  } catch {
    return false;
  }
};
