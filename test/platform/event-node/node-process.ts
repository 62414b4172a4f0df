import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../../scripts/event-node.js", import.meta.url));

/** A node in a process of its own. */
export interface NodeProcess {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Starts the script and waits for its ready line. */
export async function startNodeProcess(
  port: number,
  ...flags: readonly string[]
): Promise<NodeProcess> {
  const child = spawn(process.execPath, [SCRIPT, "--port", String(port), ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const match = /:(\d+)\?tls=false/.exec(String(line));
  if (match === null) throw new Error(`Not a ready line: ${String(line)}`);
  return { child, port: Number(match[1]) };
}

/**
 * Sends a signal and waits for the end; returns the exit code, null if the signal itself ended it.
 */
export async function endNodeProcess(
  { child }: NodeProcess,
  signal: NodeJS.Signals,
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  const [code] = await ended;
  return code as number | null;
}
