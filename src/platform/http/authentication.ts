import { createHash, timingSafeEqual } from "node:crypto";
import type { Principal } from "../../kernel/identity.js";
import { isRejection, reject, type Rejection } from "../../kernel/rejection.js";
import type { Permission } from "../../kernel/route.js";
import type { AccessTokenVerifier } from "./ports.js";

const NO_TOKEN = reject("unauthenticated", "token_missing", "An access token is required.");
const NO_BEARER = reject(
  "unauthenticated",
  "token_malformed",
  "The Authorization header must be of the form: Bearer <token>.",
);
const OTHER_MARKET = reject("unauthenticated", "token_invalid", "The access token is not valid.");
const OTHER_REALM = reject(
  "forbidden",
  "wrong_realm",
  "This kind of account may not use this endpoint.",
);
const OTHER_ROLE = reject("forbidden", "role_not_allowed", "Your role may not do this.");

const BEARER = /^Bearer +([\w.~+/=-]+) *$/i;

/**
 * The caller of a route that is not public: refused 401 without a good token of this market, 403
 * with one of another realm or role.
 *
 * @param serviceKey what our own services show in place of a token; it opens internal routes
 */
export async function authenticate(
  tokens: AccessTokenVerifier,
  marketplace: string,
  may: Exclude<Permission, { kind: "public" }>,
  authorization: string | undefined,
  serviceKey?: string,
): Promise<Principal | Rejection> {
  if (authorization === undefined || authorization === "") return NO_TOKEN;
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined) return NO_BEARER;
  const isService = serviceKey !== undefined && same(token, serviceKey);
  const principal = isService ? servicePrincipal(marketplace) : await tokens.verify(token);
  if (isRejection(principal)) return principal;
  if (principal.marketplace !== marketplace) return OTHER_MARKET;
  return permitted(may, principal) ?? principal;
}

function permitted(
  may: Exclude<Permission, { kind: "public" }>,
  principal: Principal,
): Rejection | undefined {
  if (may.realm !== principal.realm) return OTHER_REALM;
  if (may.roles === undefined || may.roles.includes(principal.role)) return undefined;
  return may.refusal === undefined ? OTHER_ROLE : reject("forbidden", "refused", may.refusal);
}

/** A service has no account and no session: its key is the whole of its credential. */
function servicePrincipal(marketplace: string): Principal {
  return { id: "service", marketplace, realm: "internal", role: "service", sessionId: "" };
}

/** Compares digests, so that neither the content nor the length of the key shows in the time. */
function same(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
