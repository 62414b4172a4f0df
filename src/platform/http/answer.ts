import { Readable } from "node:stream";
import type { Context } from "koa";
import type { Dialect } from "../../kernel/market.js";
import type { Rejection } from "../../kernel/rejection.js";
import type { Reply } from "../../kernel/route.js";
import { challengeOf } from "./challenge.js";

/** What goes over the wire, rendered once so that it can be stored and sent as it is. */
export interface Answer {
  readonly status: number;
  readonly body: string | Buffer | Readable;
  readonly headers?: Readonly<Record<string, string>>;
  /** The last position that the request wrote; 0 if none. */
  readonly position: number;
}

/** An answer that refuses: always JSON. */
export interface Refusal extends Answer {
  readonly body: string;
}

/** A handler's reply; JSON unless the body is bytes, for which its headers name the type. */
export function answerReply(reply: Reply, position: number): Answer {
  const raw = reply.body instanceof Buffer || reply.body instanceof Readable;
  const body = raw ? (reply.body as Buffer | Readable) : JSON.stringify(reply.body);
  const { status, headers } = reply;
  return headers === undefined ? { status, body, position } : { status, body, headers, position };
}

/**
 * A refusal in the market's words.
 *
 * @param status overrides the dialect's where HTTP itself fixes it (405, 413, 415, 500)
 */
export function answerRejection(dialect: Dialect, rejection: Rejection, status?: number): Refusal {
  const error = dialect.error(rejection);
  const body = JSON.stringify(error.body);
  const { retryAfter } = rejection;
  const headers = {
    ...(dialect.errorType !== undefined && { "content-type": dialect.errorType }),
    ...(retryAfter !== undefined && { "retry-after": String(Math.ceil(retryAfter)) }),
    ...(error.status === 401 && { "www-authenticate": challengeOf(rejection) }),
  };
  return { status: status ?? error.status, body, headers, position: 0 };
}

/** Writes the answer; a body of 204 and 304 is left out. */
export function send(ctx: Context, answer: Answer): void {
  const { res } = ctx;
  if (answer.position > 0) res.setHeader("x-event-position", answer.position);
  ctx.status = answer.status;
  if (answer.status === 204 || answer.status === 304) return;
  if (typeof answer.body === "string") ctx.type = "application/json; charset=utf-8";
  else if (!answer.headers?.["content-type"]) ctx.type = "application/octet-stream";
  for (const [name, value] of Object.entries(answer.headers ?? {})) res.setHeader(name, value);
  ctx.body = answer.body;
}
