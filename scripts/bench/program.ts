import { spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

type Settings = Readonly<Record<string, string>>;

/** One of our compiled programs in a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly output: () => string;
  /** Its exit code, and the most memory that it had, in MB. */
  readonly ended: Promise<{ readonly code: number | null; readonly peakMb: number }>;
}

/**
 * Starts `dist/<file>` with Node.
 *
 * @param settings of the environment, in place of ours
 */
export function start(
  file: string,
  args: readonly string[],
  settings: Settings,
  flags: readonly string[] = [],
): Program {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const child = spawn(process.execPath, ["--enable-source-maps", ...flags, path, ...args], {
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const code = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const ended = peakOf(child).then(async (peakMb) => ({ code: await code, peakMb }));
  return { child, output: () => output, ended };
}

/** Runs it to its end and gives what it wrote; throws when it fails. */
export async function run(
  file: string,
  args: readonly string[],
  settings: Settings,
  flags: readonly string[] = [],
): Promise<{ readonly output: string; readonly peakMb: number }> {
  const program = start(file, args, settings, flags);
  const { code, peakMb } = await program.ended;
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} failed:\n${program.output()}`);
  return { output: program.output(), peakMb };
}

/** Linux keeps the peak for as long as the process runs, so it is read until the end. */
async function peakOf(child: ChildProcess): Promise<number> {
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
    await pause(20);
  }
  return peak;
}
