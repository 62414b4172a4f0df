import type cors from "@koa/cors";
import type helmet from "koa-helmet";
import type { HttpConfig } from "./config.js";

/**
 * An API's answers load nothing and are framed by nobody; pages for people set their own policy.
 * Pictures are shown by frontends on other origins, hence the open resource policy.
 */
export const HELMET: Parameters<typeof helmet>[0] = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { "default-src": ["'none'"], "frame-ancestors": ["'none'"] },
  },
  crossOriginResourcePolicy: { policy: "cross-origin" },
};

/** Tokens travel in a header, never in a cookie, so any origin may be let in. */
export function corsOptions({ corsOrigins }: HttpConfig): cors.Options {
  return {
    origin: (ctx) => {
      if (corsOrigins === "*") return "*";
      const origin = ctx.get("origin");
      return corsOrigins.includes(origin) ? origin : "";
    },
    allowMethods: "GET,POST,PUT,PATCH,DELETE",
    exposeHeaders: [
      "X-Request-Id",
      "X-Correlation-Id",
      "X-Event-Position",
      "Retry-After",
      "WWW-Authenticate",
      "Idempotent-Replayed",
    ],
    maxAge: 600,
    keepHeadersOnError: true,
  };
}
