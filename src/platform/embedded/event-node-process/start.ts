import { fork, type ChildProcess } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "../cannot-start.js";

/** An event node that runs beside this process and lives as long as it at most. */
export interface EmbeddedEventNode {
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedEventNodeOptions {
  /** The compiled script that serves a node; it is started with Node. */
  readonly script: string;
  readonly folder: string;
  /** Takes a line for the operator; silent while all is well. */
  readonly log: (line: string) => void;
}

interface RunningNode {
  readonly child: ChildProcess;
  readonly port: number;
  readonly ended: Promise<void>;
}

/** Milliseconds between a node's end and the next try to start it. */
const PAUSE = 200;

/**
 * Starts the event node in a process of its own on a free port. One that dies is started again on
 * the same port, where the client finds it; if this process dies, the node ends by itself.
 */
export async function startEmbeddedEventNode(
  options: EmbeddedEventNodeOptions,
): Promise<EmbeddedEventNode> {
  await mkdir(options.folder, { recursive: true });
  const first = await launch(options, 0);
  let running = first;
  let stopping = false;
  const watching = (async () => {
    for (;;) {
      await running.ended;
      if (stopping) return;
      options.log("The event node has ended unasked and is started again.");
      running = (await relaunch(options, first.port, () => stopping)) ?? running;
      if (stopping) running.child.kill("SIGTERM");
    }
  })();
  return {
    url: `esdb://127.0.0.1:${first.port}?tls=false`,
    async stop() {
      stopping = true;
      running.child.kill("SIGTERM");
      await watching;
    },
  };
}

async function relaunch(
  options: EmbeddedEventNodeOptions,
  port: number,
  calledOff: () => boolean,
): Promise<RunningNode | undefined> {
  while (!calledOff()) {
    await pause(PAUSE);
    try {
      return await launch(options, port);
    } catch (error) {
      options.log(`The event node does not come back yet: ${String(error)}`);
    }
  }
  return undefined;
}

async function launch(options: EmbeddedEventNodeOptions, port: number): Promise<RunningNode> {
  const child = fork(options.script, ["--port", String(port), "--data", options.folder], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: ["--enable-source-maps"],
    // A Ctrl-C in the terminal goes to this process alone, which stops the node last of all.
    detached: true,
  });
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2_000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  const ready = new Promise<number>((resolve, reject) => {
    child.once("message", (message: { readonly port: number }) => resolve(message.port));
    child.once("error", reject);
    void ended.then(() =>
      reject(new CannotStart(`The event node does not start. It says: ${complaint.trim()}`)),
    );
  });
  return { child, port: await ready, ended };
}
