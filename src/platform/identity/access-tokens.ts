import { createSecretKey, type KeyObject } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import type { Clock } from "../../kernel/clock.js";
import { newId } from "../../kernel/ids.js";
import { REALMS, type Principal, type Realm } from "../../kernel/identity.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { Revocations } from "./revocations.js";

const INVALID = reject("unauthenticated", "token_invalid", "The access token is not valid.");
const EXPIRED = reject("unauthenticated", "token_expired", "The access token has expired.");
const ENDED = reject("unauthenticated", "session_ended", "This session has ended.");
const BLOCKED = reject("forbidden", "account_blocked", "This account is blocked.");

const ALGORITHM = "HS256";
const KNOWN_REALMS: ReadonlySet<unknown> = new Set(REALMS);

/** Verified tokens kept, so that a busy caller's signature is checked once. */
const MOST_REMEMBERED = 20_000;

interface Verified {
  readonly principal: Principal;
  /** Milliseconds since the epoch, business time. */
  readonly expires: number;
}

/** Access tokens: JWTs signed with HS256, dated by business time. */
export class AccessTokens {
  readonly #key: KeyObject;
  readonly #clock: Clock;
  readonly #revocations: Revocations;
  readonly #verified = new LRUCache<string, Verified>({ max: MOST_REMEMBERED });

  constructor(secret: string, clock: Clock, revocations: Revocations) {
    this.#key = createSecretKey(Buffer.from(secret));
    this.#clock = clock;
    this.#revocations = revocations;
  }

  /**
   * No two are alike, so that a refresh answers with a new one within the same second, too.
   *
   * @param lifetime milliseconds
   */
  sign(principal: Principal, lifetime: number): Promise<string> {
    const { id, marketplace, realm, role, sessionId } = principal;
    const issued = Math.floor(this.#clock.now() / 1_000);
    return new SignJWT({ mkt: marketplace, realm, role, sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: "JWT" })
      .setSubject(id)
      .setJti(newId())
      .setIssuedAt(issued)
      .setExpirationTime(issued + Math.floor(lifetime / 1_000))
      .sign(this.#key);
  }

  /** The bearer, or 401 for a bad, expired or ended token and 403 for a blocked account. */
  verify(token: string): Principal | Rejection | Promise<Principal | Rejection> {
    const known = this.#verified.get(token);
    return known === undefined ? this.#verifyAnew(token) : this.#standing(known);
  }

  async #verifyAnew(token: string): Promise<Principal | Rejection> {
    const currentDate = new Date(this.#clock.now());
    try {
      const options = { algorithms: [ALGORITHM], currentDate, requiredClaims: ["exp"] };
      const { payload } = await jwtVerify(token, this.#key, options);
      const principal = principalOf(payload);
      if (principal === undefined) return INVALID;
      const verified = { principal, expires: Number(payload.exp) * 1_000 };
      this.#verified.set(token, verified);
      return this.#standing(verified);
    } catch (error) {
      if (error instanceof errors.JWTExpired) return EXPIRED;
      if (error instanceof errors.JOSEError) return INVALID;
      throw error;
    }
  }

  #standing({ principal, expires }: Verified): Principal | Rejection {
    if (expires <= this.#clock.now()) return EXPIRED;
    const why = this.#revocations.why(principal.sessionId);
    if (why === undefined) return principal;
    return why === "blocked" ? BLOCKED : ENDED;
  }
}

function principalOf(claims: Readonly<Record<string, unknown>>): Principal | undefined {
  const { sub, mkt, realm, role, sid } = claims;
  const texts = [sub, mkt, role, sid];
  if (!texts.every((text) => typeof text === "string" && text !== "") || !KNOWN_REALMS.has(realm)) {
    return undefined;
  }
  return {
    id: String(sub),
    marketplace: String(mkt),
    realm: realm as Realm,
    role: String(role),
    sessionId: String(sid),
  };
}
