import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/main.js", import.meta.url));

/** What a failing start may leave unsaid no longer than that. */
const READY_WITHIN = 300_000;

/** The service as `npm start` runs it. */
export interface MainProcess {
  readonly pid: number;
  readonly url: string;
  /** What it has said so far, the last of it. */
  said(): string;
  /** Sends the signal and waits for the end; answers with the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts main with nothing of our own environment but what every program needs. */
export async function startMain(settings: Readonly<Record<string, string>>): Promise<MainProcess> {
  const child = spawn(process.execPath, ["--enable-source-maps", MAIN], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], LOG_LEVEL: "warn", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  const lines: string[] = [];
  let hear: (url: string) => void = () => undefined;
  const ready = new Promise<string>((resolve) => {
    hear = resolve;
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on("line", (line) => {
      lines.push(line);
      if (lines.length > 60) lines.shift();
      const url = /Daybook is ready at (\S+)/.exec(line)?.[1];
      if (url !== undefined) hear(url);
    });
  }
  const said = () => lines.join("\n");
  const impatience = new AbortController();
  const over = AbortSignal.any([impatience.signal, AbortSignal.timeout(READY_WITHIN)]);
  const late = once(over, "abort");
  const url = await Promise.race([ready, ended.then(() => undefined), late.then(() => undefined)]);
  impatience.abort();
  if (url === undefined) child.kill("SIGKILL");
  if (url === undefined || child.pid === undefined) throw new Error(`no start:\n${said()}`);
  return {
    pid: child.pid,
    url,
    said,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
