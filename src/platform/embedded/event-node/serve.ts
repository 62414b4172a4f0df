import type { EventNodeOptions } from "./start-event-node.js";
import { startEventNode } from "./start-event-node.js";
import { watchParent } from "./watch-parent.js";

/** Runs a node as a process of its own until a signal, or the end of its parent, stops it. */
export async function serveEventNode(
  options: EventNodeOptions & { host: string; watchParent?: number },
): Promise<void> {
  const node = await startEventNode(options);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void node.stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  watchParent(options.watchParent, stop);
  const { storage } = options;
  const where = storage.kind === "memory" ? "in memory" : `in ${storage.folder}`;
  const address = `esdb://${options.host}:${node.port}?tls=false`;
  process.stdout.write(`Event node ready at ${address}, events ${where}\n`);
  process.send?.({ ready: true, port: node.port });
}
