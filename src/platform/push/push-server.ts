import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import type { Principal } from "../../kernel/identity.js";
import type { Market } from "../../kernel/market.js";
import { isRejection, reject, type Rejection } from "../../kernel/rejection.js";
import type { SocketRoute } from "../../kernel/socket.js";
import { answerRejection } from "../http/answer.js";
import { authenticate } from "../http/authentication.js";
import { asUnavailable, INTERNAL_ERROR } from "../http/failures.js";
import type { AccessTokenVerifier } from "../http/ports.js";
import { Surfaces } from "../http/surfaces.js";
import type { Logger } from "../telemetry/log.js";
import { Peer } from "./peer.js";
import { refuseUpgrade } from "./refuse-upgrade.js";

const HEARTBEAT = 30_000;
/** Bytes of one message of a peer. */
const LONGEST_MESSAGE = 65_536;
const GOING_AWAY = 1001;

const NO_SOCKET = reject("not_found", "path_not_found", "There is no WebSocket at this address.");

/** Outside of every market there is nobody to word a refusal. */
const NOBODY_HERE = { status: 404, body: "{}", position: 0 };

export interface PushParts {
  readonly surfaces: Surfaces;
  readonly tokens: AccessTokenVerifier;
  readonly log: Logger;
}

/** A handshake that found its route. */
interface Arrival {
  readonly market: Market;
  readonly route: SocketRoute;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
}

/** WebSockets of every market on the HTTP server's own port. */
export class PushServer {
  readonly #parts: PushParts;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE });
  readonly #peers = new Set<Peer>();
  readonly #pulse: NodeJS.Timeout;

  constructor(parts: PushParts) {
    this.#parts = parts;
    this.#pulse = setInterval(() => this.#beat(), HEARTBEAT).unref();
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    const url = new URL(request.url ?? "/", "http://any");
    const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
    const surface = this.#parts.surfaces.find(host, url.pathname);
    if (surface === undefined) return refuseUpgrade(socket, NOBODY_HERE);
    const { market, sockets } = surface;
    const found = sockets.find(Surfaces.below(surface, url.pathname), "GET");
    if (found.kind !== "found") return refuse(socket, market, NO_SOCKET);
    const arrival: Arrival = {
      market,
      route: found.value,
      params: found.params,
      query: url.searchParams,
      authorization: authorizationOf(request, url.searchParams),
    };
    this.#admit(arrival, request, socket, head).catch((error: unknown) => {
      this.#parts.log.warn({ err: error, path: url.pathname }, "a WebSocket was not opened");
      refuse(socket, market, asUnavailable(error) ?? INTERNAL_ERROR);
    });
  }

  /** Says good-bye to every peer; those that do not answer are cut off with their connection. */
  close(): void {
    clearInterval(this.#pulse);
    for (const peer of this.#peers) peer.close(GOING_AWAY);
    setTimeout(() => this.#cutAll(), 1_000).unref();
  }

  async #admit(
    arrival: Arrival,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> {
    const principal = await this.#principal(arrival);
    if (isRejection(principal)) return refuse(socket, arrival.market, principal);
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.#welcome(arrival, principal, webSocket);
    });
  }

  #welcome(arrival: Arrival, principal: Principal | undefined, webSocket: WebSocket): void {
    const peer = new Peer(webSocket, async () => !isRejection(await this.#principal(arrival)));
    this.#peers.add(peer);
    webSocket.on("close", () => this.#peers.delete(peer));
    const { params, query, route } = arrival;
    route.open({ params, query, principal }, peer).then(
      (opened) => {
        if (!isRejection(opened)) return peer.attach(opened);
        peer.send(arrival.market.dialect.error(opened).body);
        peer.attach({});
        peer.close();
      },
      (error: unknown) => {
        this.#parts.log.error({ err: error, route: route.path }, "a WebSocket's route failed");
        peer.cut();
      },
    );
  }

  async #principal({
    market,
    route,
    authorization,
  }: Arrival): Promise<Principal | Rejection | undefined> {
    if (route.may.kind === "public") return undefined;
    return authenticate(this.#parts.tokens, market.name, route.may, authorization);
  }

  #beat(): void {
    for (const peer of this.#peers) peer.beat().catch(() => peer.cut());
  }

  #cutAll(): void {
    for (const peer of this.#peers) peer.cut();
  }
}

/** Browsers cannot set headers on a WebSocket, so the token may stand in the query. */
function authorizationOf(request: IncomingMessage, query: URLSearchParams): string | undefined {
  const token = query.get("token");
  return token === null ? request.headers.authorization : `Bearer ${token}`;
}

function refuse(socket: Duplex, market: Market, rejection: Rejection): void {
  refuseUpgrade(socket, answerRejection(market.dialect, rejection));
}
