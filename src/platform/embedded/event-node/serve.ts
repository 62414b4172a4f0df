import type { EventNode, EventNodeOptions } from "./start-event-node.js";
import { startEventNode } from "./start-event-node.js";
import { watchParent } from "./watch-parent.js";

/** The node cannot run as it was asked to; the message tells the user why. */
export class CannotServe extends Error {}

/** Runs a node as a process of its own until a signal, or the end of its parent, stops it. */
export async function serveEventNode(
  options: EventNodeOptions & { host: string; watchParent?: number },
): Promise<void> {
  const node = await start(options);
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
  const line = `Event node ready at esdb://${options.host}:${node.port}?tls=false, events ${where}\n`;
  process.stdout.write(line);
  process.send?.({ ready: true, port: node.port });
}

async function start(options: EventNodeOptions): Promise<EventNode> {
  try {
    return await startEventNode(options);
  } catch (error) {
    throw new CannotServe(error instanceof Error ? error.message : String(error));
  }
}
