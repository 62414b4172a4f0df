import type { Context, Middleware } from "koa";
import { isRejection, reject } from "../../kernel/rejection.js";
import type { Logger } from "../telemetry/log.js";
import { answerRejection, send, type Answer } from "./answer.js";
import type { HttpConfig } from "./config.js";
import { asUnavailable, INTERNAL_ERROR } from "./failures.js";
import type { Pages } from "./pages.js";
import { passThrough } from "./pipeline.js";
import type { HttpPorts } from "./ports.js";
import { sendProblem } from "./problem.js";
import type { RequestIdentity } from "./request-identity.js";
import type { UploadRoom } from "./upload-room.js";
import { Surfaces, type Surface } from "./surfaces.js";

export interface DispatchParts {
  readonly surfaces: Surfaces;
  readonly pages: Pages;
  readonly ports: HttpPorts;
  readonly config: HttpConfig;
  readonly uploads: UploadRoom;
  readonly log: Logger;
}

const NO_SUCH_PATH = reject("not_found", "path_not_found", "There is nothing at this address.");

/** Statuses that HTTP itself fixes, whatever the dialect gives the family of refusal. */
const FIXED_STATUS: Readonly<Record<string, number>> = {
  method_not_allowed: 405,
  body_too_large: 413,
  internal_error: 500,
};

/** Leads a request to a market's route, to a page, or to the 404 of the place. */
export function dispatcher(parts: DispatchParts): Middleware {
  return async (ctx) => {
    const host = ctx.hostname.toLowerCase();
    if (ctx.method === "GET" || ctx.method === "HEAD") {
      const page = parts.pages.find(host, ctx.path);
      if (page !== undefined) return page(ctx);
    }
    const surface = parts.surfaces.find(host, ctx.path);
    if (surface === undefined) return sendProblem(ctx, 404, NO_SUCH_PATH.message);
    const answer = await answerFor(parts, surface, ctx);
    if (!ctx.req.complete) ctx.set("connection", "close");
    return send(ctx, answer);
  };
}

async function answerFor(parts: DispatchParts, surface: Surface, ctx: Context): Promise<Answer> {
  const found = surface.routes.find(Surfaces.below(surface, ctx.path), ctx.method);
  const { dialect } = surface.market;
  if (found.kind === "unknown") return answerRejection(dialect, NO_SUCH_PATH);
  if (found.kind === "wrong_method") return answerWrongMethod(surface, found.allow, ctx);
  const identity = ctx.state["identity"] as RequestIdentity;
  ctx.state["plan"] = found.value;
  try {
    const { ports, config, uploads } = parts;
    const passage = { plan: found.value, ctx, identity, ports, config, uploads };
    const outcome = await passThrough(passage, found.params);
    if (!isRejection(outcome)) return outcome;
    return answerRejection(dialect, outcome, FIXED_STATUS[outcome.reason]);
  } catch (error) {
    const refusal = asUnavailable(error) ?? INTERNAL_ERROR;
    const entry = { ...identity, market: surface.market.name, route: found.value.name, err: error };
    if (refusal === INTERNAL_ERROR) parts.log.error(entry, "a request failed");
    else parts.log.warn({ ...entry, err: undefined, cause: String(error) }, "a store is away");
    return answerRejection(dialect, refusal, FIXED_STATUS[refusal.reason]);
  }
}

function answerWrongMethod({ market }: Surface, allow: string, ctx: Context): Answer {
  const headers = { allow };
  if (ctx.method === "OPTIONS") return { status: 204, body: "", position: 0, headers };
  const message = `Method "${ctx.method}" not allowed.`;
  const refusal = reject("malformed", "method_not_allowed", message);
  const answer = answerRejection(market.dialect, refusal, 405);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
