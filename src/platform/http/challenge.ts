import type { Rejection } from "../../kernel/rejection.js";

/** How a caller gets in who is refused with 401 (RFC 9110, 11.6.1): by a bearer token. */
const BEARER = 'Bearer realm="api"';

/** Refusals of a token that came; who brought none is told no error (RFC 6750, 3). */
const OF_TOKENS: ReadonlySet<string> = new Set(["token_invalid", "token_expired", "session_ended"]);

/** The `WWW-Authenticate` of a refusal whose status is 401. */
export function challengeOf({ reason, message }: Rejection): string {
  if (!OF_TOKENS.has(reason)) return BEARER;
  return `${BEARER}, error="invalid_token", error_description="${message}"`;
}
