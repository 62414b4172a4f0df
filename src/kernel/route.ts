import { z } from "zod";
import type { App } from "./app.js";
import type { Realm } from "./identity.js";
import type { Rejection } from "./rejection.js";

/** Who may call: anyone, a realm, or a realm's roles. */
export type Permission =
  | { readonly kind: "public" }
  | {
      readonly kind: "realm";
      readonly realm: Realm;
      readonly roles?: readonly string[];
      /** What the endpoint's document says to other roles; the market's usual words without it. */
      readonly refusal?: string;
    };

export const PUBLIC: Permission = { kind: "public" };

export function realm(
  name: Realm,
  ...roles: string[]
): Exclude<Permission, { readonly kind: "public" }> {
  const anyRole = { kind: "realm", realm: name } as const;
  return roles.length === 0 ? anyRole : { ...anyRole, roles };
}

/** What a handler answers when it does not refuse. */
export interface Reply {
  readonly status: number;
  /** JSON, unless it is a Buffer or a Readable; then `headers` names its content type. */
  readonly body: object;
  /** In lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body's bytes as they came, for signatures. */
  readonly rawBody: Buffer;
  readonly ip: string;
  /** The address as called, scheme and host included: what links to more of the same begin with. */
  readonly url: string;
}

/** A reply for the docs; what a market's document prints as one stands in `documented.ts`. */
export interface Documented {
  readonly description: string;
  readonly schema: z.ZodType;
}

/** One endpoint of one market as a value; the platform gives it everything HTTP (DESIGN §3). */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the market's base, parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  /** The heading of the document it stands under. */
  readonly tag: string;
  readonly may: Permission;
  /** The market's rate-limit bucket. */
  readonly limit: string;
  /** `required` refuses a request without a key; `honoured` replays one that has it. */
  readonly idempotency?: "required" | "honoured";
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  /**
   * The body may also come as multipart/form-data, with an `Upload` (kernel/upload.ts) in each of
   * these fields; a file in any other field is not taken.
   */
  readonly multipart?: readonly string[];
  /** The document's example request, for the docs and the example tests. */
  readonly example?: object;
  readonly replies: Readonly<Record<number, Documented>>;
  handle(input: Input<unknown, unknown, unknown>, app: App): Promise<Reply | Rejection>;
}

/** Unknown query parameters are ignored, as every documented frontend expects. */
const NOTHING = z.object({});
const ANYTHING = z.unknown();

/** Ties the handler's input to the schemas that check it. Absent schemas accept nothing. */
export function route<
  P extends z.ZodType = z.ZodType<Record<string, never>>,
  Q extends z.ZodType = z.ZodType<Record<string, never>>,
  B extends z.ZodType = z.ZodType,
>(
  definition: Omit<Route, "handle" | "params" | "query" | "body"> & {
    readonly params?: P;
    readonly query?: Q;
    readonly body?: B;
    handle(
      input: Input<z.output<P>, z.output<Q>, z.output<B>>,
      app: App,
    ): Promise<Reply | Rejection>;
  },
): Route {
  return { params: NOTHING, query: NOTHING, body: ANYTHING, ...definition };
}

export function ok(body: object): Reply {
  return { status: 200, body };
}

export function created(body: object): Reply {
  return { status: 201, body };
}
