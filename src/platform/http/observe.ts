import type { Middleware } from "koa";
import type { HttpMetrics, RequestTimer } from "../telemetry/http-metrics.js";
import type { Logger } from "../telemetry/log.js";
import type { Plan } from "./plan.js";
import { sendProblem } from "./problem.js";
import { identifyRequest } from "./request-identity.js";

/** The outermost layer: names the request, times it, logs it, and lets no error out. */
export function observer(
  log: Logger,
  metrics: HttpMetrics,
  elsewhere: RequestTimer,
  isClosing: () => boolean,
): Middleware {
  return async (ctx, next) => {
    const started = process.hrtime.bigint();
    const identity = identifyRequest(ctx.headers);
    ctx.state["identity"] = identity;
    ctx.set("x-request-id", identity.requestId);
    ctx.set("x-correlation-id", identity.correlationId);
    metrics.inFlight.inc();
    try {
      await next();
    } catch (error) {
      log.error({ ...identity, path: ctx.path, err: error }, "a request failed");
      sendProblem(ctx, 500, "Something went wrong on our side.");
    }
    if (isClosing()) ctx.set("connection", "close");
    metrics.inFlight.dec();
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const plan = ctx.state["plan"] as Plan | undefined;
    (plan?.timer ?? elsewhere).done(ctx.status, seconds);
    const { method, path, status } = ctx;
    log.info({ ...identity, method, path, status, seconds }, "answered");
  };
}
