import type { z } from "zod";
import type { Rejection } from "./rejection.js";
import type { DocumentedAnswers } from "./documented.js";
import type { Realm } from "./identity.js";
import type { Route } from "./route.js";
import type { SocketRoute } from "./socket.js";

/** How one market words what the platform must say on its own: errors, above all. */
export interface Dialect {
  /** Status and documented body of a refusal. */
  error(rejection: Rejection): { readonly status: number; readonly body: object };
  /** A schema's complaint about a request as a refusal in the market's terms. */
  invalid(issues: readonly z.core.$ZodIssue[], part: "params" | "query" | "body"): Rejection;
  /** The market's words for what a schema finds wrong; zod's own where there is none. */
  readonly wording?: z.core.$ZodErrorMap;
  /** For the docs. */
  readonly errorSchema: z.ZodType;
  /** The media type of errors; application/json unless told. */
  readonly errorType?: string;
}

/** A rate-limit bucket as a document's table prints it. */
export interface Limit {
  readonly most: number;
  /** Milliseconds. */
  readonly window: number;
  readonly by: "ip" | "principal" | "body.phone_number";
}

/** A marketplace as data: where it answers, in which words, under which limits. */
export interface Market {
  readonly name: string;
  readonly title: string;
  /** The base path, `/minuteserv/v1`; and below the market's own host name, `/v1`. */
  readonly base: string;
  readonly hostBase: string;
  readonly description: string;
  readonly realms: readonly Realm[];
  readonly dialect: Dialect;
  readonly limits: Readonly<Record<string, Limit>>;
  readonly routes: readonly Route[];
  /** What the market's document prints as answers; where there is no document, absent. */
  readonly documented?: DocumentedAnswers;
  readonly sockets?: readonly SocketRoute[];
  /** Lifetimes of tokens in milliseconds; business time. */
  readonly tokens: { readonly access: number; readonly refresh: number };
  /** The header that carries an idempotency key. */
  readonly idempotencyHeader: string;
}
