import { EventStoreDBClient } from "@eventstore/db-client";
import type { ExecutionContext } from "ava";
import { startEventNode } from "../../../src/platform/embedded/event-node/start-event-node.js";

/**
 * A client of the node on this port; it throws on conflicts. One a process (see the client's
 * batches).
 */
export function connect(port: number): EventStoreDBClient {
  return EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port}?tls=false`);
}

/** Starts a node that lives as long as the test, and a client of it. */
export async function runningNode(t: ExecutionContext): Promise<EventStoreDBClient> {
  const node = await startEventNode({ port: 0, storage: { kind: "memory" } });
  const client = connect(node.port);
  t.teardown(async () => {
    await client.dispose();
    await node.stop();
  });
  return client;
}
