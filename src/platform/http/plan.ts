import { z } from "zod";
import type { Limit, Market } from "../../kernel/market.js";
import type { Route } from "../../kernel/route.js";
import type { RequestTimer } from "../telemetry/http-metrics.js";
import { isShared } from "./rate-limits.js";

/**
 * When a request counts against its bucket: by ip before anything is read, by principal once it
 * is known, and in the long windows only when it is valid and no replay.
 */
export type CountedAt = "arrival" | "authenticated" | "valid";

export interface PlannedLimit {
  readonly bucket: string;
  readonly limit: Limit;
  readonly at: CountedAt;
}

/** A route made ready at start, so that a request decides nothing that never changes. */
export interface Plan {
  readonly market: Market;
  readonly route: Route;
  /** `POST /bookings/:id/cancel` */
  readonly name: string;
  readonly limit: PlannedLimit | undefined;
  readonly readsBody: boolean;
  /** The route says what its body is, so anything but JSON is refused. */
  readonly declaresBody: boolean;
  readonly timer: RequestTimer;
}

function planLimit(market: Market, route: Route): PlannedLimit {
  const limit = market.limits[route.limit];
  const bucket = `${market.name}.${route.limit}`;
  if (limit === undefined) throw new Error(`${bucket} is no rate-limit bucket of the market`);
  if (isShared(limit) || limit.by === "body.phone_number") return { bucket, limit, at: "valid" };
  const known = limit.by === "principal" && route.may.kind !== "public";
  return { bucket, limit, at: known ? "authenticated" : "arrival" };
}

/** @param rateLimits false leaves the buckets out, for benchmarks */
export function planRoute(
  market: Market,
  route: Route,
  rateLimits: boolean,
  timer: RequestTimer,
): Plan {
  const limit = planLimit(market, route);
  return {
    market,
    route,
    name: `${route.method} ${route.path}`,
    limit: rateLimits ? limit : undefined,
    readsBody: route.method !== "GET",
    declaresBody: !(route.body instanceof z.ZodUnknown),
    timer,
  };
}
