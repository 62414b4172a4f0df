import type { Server, Socket } from "node:net";
import { createServer } from "node:net";
import { tellProtocol } from "./tell-protocol.js";

/** Who takes over a connection, by the protocol that it speaks. */
export interface Takers {
  readonly http2: (socket: Socket) => void;
  readonly http1: (socket: Socket) => void;
}

/** A bound port. */
export interface Port {
  readonly number: number;
  /** Takes no more connections and ends those that are still open. */
  close(): void;
}

/**
 * Listens on one port for both protocols, as EventStoreDB does: gRPC clients open with HTTP/2's
 * preface, probes and people come with HTTP/1.1. Once a connection is handed over, nothing stands
 * between it and its taker. Rejects when the address cannot be bound.
 */
export function openPort(host: string, port: number, takers: Takers): Promise<Port> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    // A peer that breaks off before it said anything is no event for anyone.
    socket.on("error", () => socket.destroy());
    tellProtocol(socket, (protocol) => takers[protocol](socket));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve({ number: boundPort(server), close: () => closePort(server, open) });
    });
  });
}

function boundPort(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was bound");
  return address.port;
}

function closePort(server: Server, open: ReadonlySet<Socket>): void {
  server.close();
  for (const socket of open) socket.destroy();
}
