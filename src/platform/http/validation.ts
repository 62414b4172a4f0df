import type { Input, Route } from "../../kernel/route.js";
import type { Dialect } from "../../kernel/market.js";
import type { Rejection } from "../../kernel/rejection.js";

/** The parts of a request that a route's schemas check. */
export interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

export type Valid = Pick<Input<unknown, unknown, unknown>, "params" | "query" | "body">;

/** An absent body is an empty object, so that each missing field is named. */
function given(body: unknown): unknown {
  return body === undefined ? {} : body;
}

/** The checked and converted parts, or the dialect's refusal of the first part that is wrong. */
export function validate(
  route: Route,
  dialect: Dialect,
  parts: Parts,
  declaresBody: boolean,
): Valid | Rejection {
  const words = dialect.wording === undefined ? undefined : { error: dialect.wording };
  const params = route.params.safeParse(parts.params, words);
  if (!params.success) return dialect.invalid(params.error.issues, "params");
  const query = route.query.safeParse(parts.query, words);
  if (!query.success) return dialect.invalid(query.error.issues, "query");
  if (!declaresBody) return { params: params.data, query: query.data, body: parts.body };
  const body = route.body.safeParse(given(parts.body), words);
  if (!body.success) return dialect.invalid(body.error.issues, "body");
  return { params: params.data, query: query.data, body: body.data };
}
