import { STATUS_CODES } from "node:http";
import type { Context } from "koa";

/** An RFC 9457 answer, for what stands outside of every market. */
export function sendProblem(ctx: Context, status: number, detail: string): void {
  ctx.status = status;
  ctx.type = "application/problem+json";
  ctx.body = JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status, detail });
}
