import type { Principal } from "./identity.js";
import type { Rejection } from "./rejection.js";
import type { Permission } from "./route.js";

/** The service's end of a WebSocket. */
export interface Socket {
  /** Sends a message as JSON. A peer that does not keep up is cut off, it can come again. */
  send(message: object): void;
  close(): void;
}

/** What the opener wants to hear of its socket. */
export interface SocketListener {
  /** A message of the peer, parsed from JSON. */
  message?(message: unknown): void;
  closed?(): void;
}

export interface SocketInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Undefined on public sockets. */
  readonly principal: Principal | undefined;
}

/** A WebSocket endpoint of a market as a value; the token comes in a header or as `?token=`. */
export interface SocketRoute {
  /** Below the market's base, parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly may: Permission;
  /** Begins to send; a refusal is told in the market's words and closes the socket. */
  open(input: SocketInput, socket: Socket): Promise<SocketListener | Rejection>;
}
