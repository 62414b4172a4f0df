import type { RequestListener } from "node:http";
import { VERSION } from "../calls/server-features-service.js";
import type { EventLog } from "../event-log.js";

/** Answers with a JSON body, or without one. */
type Page = (log: EventLog) => object | undefined;

/**
 * What EventStoreDB serves over HTTP/1.1 beside gRPC and what probes and scripts ask for; without
 * AtomPub, which no longer is part of it by default.
 */
const PAGES: ReadonlyMap<string, Page> = new Map<string, Page>([
  ["/ping", () => ({ msgTypeId: 0, text: "Ping request successfully handled" })],
  ["/health/live", () => undefined],
  ["/info", info],
  ["/stats", stats],
]);

/** Serves the pages; everything else is 404, another method 405. */
export function httpPages(log: EventLog): RequestListener {
  return (request, response) => {
    // A body that nobody asked for is still to be read, or the connection cannot be kept.
    request.resume();
    const page = PAGES.get(new URL(request.url ?? "/", "http://node").pathname);
    if (page === undefined) return void response.writeHead(404).end();
    if (request.method !== "GET" && request.method !== "HEAD") {
      return void response.writeHead(405, { Allow: "GET, HEAD" }).end();
    }
    const body = page(log);
    if (body === undefined) return void response.writeHead(204).end();
    response.setHeader("Content-Type", "application/json; charset=utf-8");
    response.end(JSON.stringify(body));
  };
}

function info(): object {
  return {
    esVersion: VERSION,
    state: "leader",
    features: { projections: false, userManagement: false, atomPub: false },
    authentication: { type: "internal", properties: {} },
  };
}

function stats(log: EventLog): object {
  const started = new Date(Date.now() - process.uptime() * 1000).toISOString();
  return {
    proc: { id: process.pid, startTime: started, mem: process.memoryUsage.rss() },
    es: { writer: { lastPosition: log.storage.end } },
  };
}
