import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** Counts the requests of one route; its labels are looked up once, not per request. */
export interface RequestTimer {
  done(status: number, seconds: number): void;
}

export interface HttpMetrics {
  timer(market: string, route: string): RequestTimer;
  /** Requests being answered now. */
  readonly inFlight: { inc(): void; dec(): void };
}

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function httpMetrics(registry: Registry): HttpMetrics {
  const registers = [registry];
  const requests = new Counter({
    name: "daybook_http_requests_total",
    help: "Requests answered, by market, route and status.",
    labelNames: ["market", "route", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "daybook_http_request_seconds",
    help: "Time from a request's arrival to its answer.",
    labelNames: ["market", "route"],
    buckets: BUCKETS,
    registers,
  });
  const inFlight = new Gauge({
    name: "daybook_http_requests_in_flight",
    help: "Requests being answered now.",
    registers,
  });
  return {
    inFlight,
    timer(market, route) {
      const duration = durations.labels({ market, route });
      const counts = new Map<number, Counter.Internal>();
      return {
        done(status, seconds) {
          duration.observe(seconds);
          const count = counts.get(status) ?? requests.labels({ market, route, status });
          counts.set(status, count);
          count.inc();
        },
      };
    },
  };
}
