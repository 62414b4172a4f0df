import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { httpMetrics, type HttpMetrics } from "./http-metrics.js";

/** What the service tells Prometheus; one registry a server, so tests do not share counts. */
export interface Metrics {
  readonly registry: Registry;
  readonly http: HttpMetrics;
  /** Events (by position) that a projection still has to see. */
  projectionLag(projection: string, events: number): void;
  /** Events that the processes still have to see. */
  processLag(process: string, events: number): void;
  /** Seconds that a durable append took. */
  appended(seconds: number): void;
}

const APPEND_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const projections = new Gauge({
    name: "daybook_projection_lag_events",
    help: "Events that a projection has not seen yet.",
    labelNames: ["projection"],
    registers,
  });
  const processes = new Gauge({
    name: "daybook_process_lag_events",
    help: "Events that a process has not acted on yet.",
    labelNames: ["process"],
    registers,
  });
  const appends = new Histogram({
    name: "daybook_event_append_seconds",
    help: "Time of a durable append to the log.",
    buckets: APPEND_BUCKETS,
    registers,
  });
  return {
    registry,
    http: httpMetrics(registry),
    projectionLag: (projection, events) => projections.set({ projection }, events),
    processLag: (process, events) => processes.set({ process }, events),
    appended: (seconds) => appends.observe(seconds),
  };
}
