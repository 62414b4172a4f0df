import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import cors from "@koa/cors";
import Koa from "koa";
import helmet from "koa-helmet";
import type { Market } from "../../kernel/market.js";
import type { SocketRoute } from "../../kernel/socket.js";
import { PushServer } from "../push/push-server.js";
import type { Logger } from "../telemetry/log.js";
import type { Metrics } from "../telemetry/metrics.js";
import type { HttpConfig } from "./config.js";
import { corsOptions, HELMET } from "./headers.js";
import { dispatcher } from "./dispatch.js";
import { addAssets } from "./docs/assets.js";
import { addMarketPages } from "./docs/market-pages.js";
import { frontPage } from "./front-page.js";
import { healthPage, metricsPage, readyPage, type Checks } from "./health.js";
import { observer } from "./observe.js";
import { Pages } from "./pages.js";
import { PathTable } from "./path-table.js";
import { planRoute, type Plan } from "./plan.js";
import type { HttpPorts } from "./ports.js";
import { UploadRoom } from "./upload-room.js";
import { Surfaces, surfacesOf, type Surface } from "./surfaces.js";

export interface HttpServerOptions {
  readonly markets: readonly Market[];
  readonly ports: HttpPorts;
  readonly config: HttpConfig;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly checks: Checks;
}

export interface HttpServer {
  /** @param port 0 takes a free one; the answer names it */
  listen(host: string, port: number): Promise<number>;
  /** Stops accepting, lets requests in flight finish for a bounded time, closes every socket. */
  close(): Promise<void>;
}

/** The HTTP side of every market as one server (DESIGN §9). */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { config, log, metrics } = options;
  let closing = false;
  const surfaces = options.markets.flatMap((market) => mount(market, config, metrics));
  const pages = new Pages();
  pages.add(undefined, "/", frontPage(surfaces));
  pages.add(undefined, "/healthz", healthPage);
  pages.add(
    undefined,
    "/readyz",
    readyPage(options.checks, () => closing),
  );
  pages.add(undefined, "/metrics", metricsPage(metrics.registry));
  addAssets(pages);
  for (const surface of surfaces) addMarketPages(pages, surface);
  const app = new Koa({ proxy: config.trustedProxies > 0, maxIpsCount: config.trustedProxies });
  app.on("error", (error: unknown) => log.warn({ cause: String(error) }, "a connection broke"));
  const elsewhere = metrics.http.timer("none", "none");
  app.use(observer(log, metrics.http, elsewhere, () => closing));
  app.use(helmet(HELMET));
  app.use(cors(corsOptions(config)));
  const found = new Surfaces(surfaces);
  const uploads = new UploadRoom(config.uploadsInFlight);
  app.use(dispatcher({ surfaces: found, pages, ports: options.ports, config, uploads, log }));
  const answer = app.callback();
  const server = createServer((request, response) => void answer(request, response));
  const push = new PushServer({ surfaces: found, tokens: options.ports.tokens, log });
  server.on("upgrade", (request, socket, head) => push.upgrade(request, socket, head));
  server.keepAliveTimeout = 30_000;
  return {
    listen: (host, port) => listen(server, host, port),
    async close() {
      closing = true;
      push.close();
      await drain(server, config.drainWithin);
    },
  };
}

function mount(market: Market, config: HttpConfig, metrics: Metrics): Surface[] {
  const routes = new PathTable<Plan>();
  for (const route of market.routes) {
    const { method, path } = route;
    const timer = metrics.http.timer(market.name, `${method} ${path}`);
    routes.add(method, path, planRoute(market, route, config.rateLimits, timer));
  }
  const sockets = new PathTable<SocketRoute>();
  for (const socket of market.sockets ?? []) sockets.add("GET", socket.path, socket);
  return surfacesOf(market, routes, sockets, config);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function drain(server: Server, within: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), within);
  await closed;
  clearTimeout(cut);
}
