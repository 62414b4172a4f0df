import { setTimeout as pause } from "node:timers/promises";
import { settingsOf } from "./data-folder.js";
import { start } from "./program.js";

/** A service in a process of its own. */
export interface RunningService {
  readonly url: URL;
  /** Seconds from the start of its process to its being ready. */
  readonly seconds: number;
  stop(): Promise<void>;
}

/** Milliseconds after which a service that is not ready counts as broken. */
const PATIENCE = 120_000;

/** Starts the service on the folder's data, with the sandbox on and rate limits off. */
export async function startService(folder: string): Promise<RunningService> {
  const began = performance.now();
  const program = start("src/main.js", [], settingsOf(folder));
  for (;;) {
    const address = /ready at (http:\S+)/.exec(program.output())?.[1];
    if (address !== undefined && (await isReady(address))) {
      const seconds = (performance.now() - began) / 1_000;
      return { url: new URL(address), seconds, stop: () => stop(program) };
    }
    const broken = program.child.exitCode !== null || performance.now() - began > PATIENCE;
    if (broken) {
      await stop(program);
      throw new Error(`the service did not start:\n${program.output()}`);
    }
    await pause(10);
  }
}

async function isReady(address: string): Promise<boolean> {
  return (await fetch(`${address}/readyz`)).status === 200;
}

async function stop({ child, ended }: ReturnType<typeof start>): Promise<void> {
  child.kill("SIGTERM");
  await ended;
}

/** Runs the service on the folder's data for as long as the work takes. */
export async function withService<T>(
  folder: string,
  work: (service: RunningService) => Promise<T>,
): Promise<T> {
  const service = await startService(folder);
  try {
    return await work(service);
  } finally {
    await service.stop();
  }
}
