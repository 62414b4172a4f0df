import { createServer } from "node:http";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { CannotStart, reasonOf } from "../cannot-start.js";
import type { CallContext } from "./calls/call-context.js";
import { gossipDefinition, gossipHandlers } from "./calls/gossip-service.js";
import { featuresDefinition, featuresHandlers } from "./calls/server-features-service.js";
import { streamsDefinition, streamsHandlers } from "./calls/streams-service.js";
import { EventLog } from "./event-log.js";
import { httpPages } from "./front/http-pages.js";
import type { Port } from "./front/port.js";
import { openPort } from "./front/port.js";
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
  /** How long a writer is kept waiting, in milliseconds; as long as it takes unless given. */
  readonly commitTimeout?: number;
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
 * Starts a node that speaks EventStoreDB's protocol for streams, without TLS, and answers probes
 * over HTTP/1.1 on the same port. Throws CannotStart when the address is taken, or when the folder
 * is in use or cannot be written.
 */
export async function startEventNode(options: EventNodeOptions): Promise<EventNode> {
  const host = options.host ?? "127.0.0.1";
  const log = await EventLog.open(options.storage, options.commitTimeout);
  let bound: Port | undefined;
  const calls = callServer({
    log,
    maxAppendSize: options.maxAppendSize ?? MIB,
    advertise: () => ({ host, port: bound?.number ?? options.port }),
  });
  const injector = calls.createConnectionInjector(ServerCredentials.createInsecure());
  const pages = createServer(httpPages(log));
  try {
    bound = await openPort(host, options.port, {
      http2: (socket) => injector.injectConnection(socket),
      http1: (socket) => pages.emit("connection", socket),
    });
  } catch (error) {
    await log.close();
    const reason = reasonOf(error);
    throw new CannotStart(`The event node cannot listen on ${host}:${options.port}: ${reason}`);
  }
  const port = bound;
  return { port: port.number, stop: () => stop(port, calls, log) };
}

function callServer(context: CallContext): Server {
  const server = new Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  server.addService(streamsDefinition, streamsHandlers(context));
  server.addService(featuresDefinition, featuresHandlers());
  server.addService(gossipDefinition, gossipHandlers(context));
  return server;
}

async function stop(port: Port, calls: Server, log: EventLog): Promise<void> {
  await log.idle();
  calls.forceShutdown();
  port.close();
  await log.close();
}
