import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { httpMetrics, type HttpMetrics } from "./http-metrics.js";

/** What the service tells Prometheus; one registry a server, so tests do not share counts. */
export interface Metrics {
  readonly registry: Registry;
  readonly http: HttpMetrics;
  /** A page of events became readable, its last one so many seconds after it was written. */
  projected(events: number, secondsBehind: number): void;
  /** A projection met an event that it cannot take and stands still until a person helps. */
  projectionStopped(projection: string): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const projected = new Counter({
    name: "daybook_projected_events_total",
    help: "Events that the read models have taken.",
    registers,
  });
  const behind = new Gauge({
    name: "daybook_projection_lag_seconds",
    help: "Time from the writing of the last projected event to its being readable.",
    registers,
  });
  const stopped = new Counter({
    name: "daybook_projection_stops_total",
    help: "Times that a projection stopped at an event that it cannot take.",
    labelNames: ["projection"],
    registers,
  });
  return {
    registry,
    http: httpMetrics(registry),
    projected(events, secondsBehind) {
      projected.inc(events);
      behind.set(secondsBehind);
    },
    projectionStopped: (projection) => stopped.inc({ projection }),
  };
}
