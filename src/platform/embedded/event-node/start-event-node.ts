import { Server, ServerCredentials } from "@grpc/grpc-js";
import { CannotStart, reasonOf } from "../cannot-start.js";
import type { CallContext } from "./calls/call-context.js";
import { gossipDefinition, gossipHandlers } from "./calls/gossip-service.js";
import { featuresDefinition, featuresHandlers } from "./calls/server-features-service.js";
import { streamsDefinition, streamsHandlers } from "./calls/streams-service.js";
import { EventLog } from "./event-log.js";
import type { StorageChoice } from "./storage/open-storage.js";

/** How to run a node. */
export interface EventNodeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  readonly storage: StorageChoice;
  /** The most bytes one append may bring; EventStoreDB's 1 MiB unless given. */
  readonly maxAppendSize?: number;
}

/** A node at work. */
export interface EventNode {
  readonly port: number;
  /** Finishes the writes under way, ends all calls and closes the log. */
  stop(): Promise<void>;
}

const MIB = 1024 * 1024;

/** The client sends up to 3 MiB in one message and receives up to 17 MiB. */
const LARGEST_MESSAGE = 17 * MIB;

/**
 * Starts a node that speaks EventStoreDB's protocol for streams, without TLS. Throws CannotStart
 * when the address is taken, or when the folder is in use or cannot be written.
 */
export async function startEventNode(options: EventNodeOptions): Promise<EventNode> {
  const host = options.host ?? "127.0.0.1";
  const log = await EventLog.open(options.storage);
  let port = options.port;
  const context: CallContext = {
    log,
    maxAppendSize: options.maxAppendSize ?? MIB,
    advertise: () => ({ host, port }),
  };
  const server = new Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  server.addService(streamsDefinition, streamsHandlers(context));
  server.addService(featuresDefinition, featuresHandlers());
  server.addService(gossipDefinition, gossipHandlers(context));
  try {
    port = await bind(server, `${host}:${options.port}`);
  } catch (error) {
    await log.close();
    const reason = reasonOf(error);
    throw new CannotStart(`The event node cannot listen on ${host}:${options.port}: ${reason}`);
  }
  return { port, stop: () => stop(server, log) };
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

async function stop(server: Server, log: EventLog): Promise<void> {
  await log.idle();
  server.forceShutdown();
  await log.close();
}
