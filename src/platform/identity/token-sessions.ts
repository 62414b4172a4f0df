import { createHash } from "node:crypto";
import type { Clock } from "../../kernel/clock.js";
import type { Principal, Realm, Sessions, TokenPair } from "../../kernel/identity.js";
import { newId } from "../../kernel/ids.js";
import type { Market } from "../../kernel/market.js";
import type { ReadModel } from "../../kernel/read-model.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { Database } from "../database/database.js";
import type { AccessTokens } from "./access-tokens.js";
import type { RefreshTokens } from "./refresh-tokens.js";
import type { EndedSession, EndReason, Revocations } from "./revocations.js";
import {
  END_ALL,
  END_ONE,
  EXCHANGE,
  ISSUE,
  PRESENTED,
  PROLONG,
  PURGE,
  START,
} from "./session-statements.js";

const INVALID = reject(
  "unauthenticated",
  "refresh_token_invalid",
  "This refresh token is invalid.",
);
const EXPIRED = reject(
  "unauthenticated",
  "refresh_token_expired",
  "This refresh token is too old.",
);
const BLOCKED = reject("forbidden", "account_blocked", "This account is blocked.");

/** After so many new sessions the dead ones are thrown out. */
const PURGE_EVERY = 500;

export interface SessionParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly tokens: AccessTokens;
  readonly refreshTokens: RefreshTokens;
  readonly revocations: Revocations;
  /** By marketplace. */
  readonly lifetimes: Readonly<Record<string, Market["tokens"]>>;
}

interface Presented {
  readonly id: string;
  readonly account: string;
  readonly marketplace: string;
  readonly realm: Realm;
  readonly role: string;
  readonly ended_why: EndReason | null;
  readonly expires_at: number;
  readonly used_at: number | null;
}

function hashOf(refreshToken: string): string {
  return createHash("sha256").update(refreshToken).digest("base64url");
}

function principalOf({ id, account, marketplace, realm, role }: Presented): Principal {
  return { id: account, marketplace, realm, role, sessionId: id };
}

/** Sessions with rotating refresh tokens; a session is a family of tokens (DESIGN §6). */
export class TokenSessions implements Sessions {
  readonly #parts: SessionParts;
  #started = 0;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  async start(account: Omit<Principal, "sessionId">): Promise<TokenPair> {
    const { database, clock } = this.#parts;
    const { id, marketplace, realm, role } = account;
    const { access, refresh } = this.#lifetimes(marketplace);
    const principal = { id, marketplace, realm, role, sessionId: newId() };
    const now = clock.now();
    const refreshToken = await this.#parts.refreshTokens.make(now, refresh);
    await database.transaction(async (rows) => {
      const facts = [principal.sessionId, id, marketplace, realm, role];
      await rows.rows(START, [...facts, now, now + access, now + refresh]);
      await rows.rows(ISSUE, [hashOf(refreshToken), principal.sessionId, now + refresh]);
    });
    await this.#purge(now);
    return this.#pair(principal, refreshToken);
  }

  async refresh(
    refreshToken: string,
    expected: Pick<Principal, "marketplace" | "realm">,
  ): Promise<{ readonly principal: Principal; readonly tokens: TokenPair } | Rejection> {
    const outcome = await this.#parts.database.transaction((rows) =>
      this.#exchange(rows, refreshToken, expected),
    );
    if ("rejected" in outcome) return outcome;
    const { principal, next } = outcome;
    return { principal, tokens: await this.#pair(principal, next) };
  }

  async renew(
    refreshToken: string,
    expected: Pick<Principal, "marketplace" | "realm">,
  ): Promise<Pick<TokenPair, "accessToken" | "expiresIn"> | Rejection> {
    const { database, clock } = this.#parts;
    const principal = await database.transaction(async (rows) => {
      const held = await this.#held(rows, refreshToken, expected);
      if ("rejected" in held) return held;
      const { access } = this.#lifetimes(held.marketplace);
      await rows.rows(PROLONG, [clock.now() + access, held.id]);
      return principalOf(held);
    });
    if ("rejected" in principal) return principal;
    const { accessToken, expiresIn } = await this.#pair(principal, refreshToken);
    return { accessToken, expiresIn };
  }

  async endOf(
    refreshToken: string,
    account: Omit<Principal, "sessionId">,
  ): Promise<Rejection | undefined> {
    const { database } = this.#parts;
    const [held] = await database.rows<Presented>(PRESENTED, [hashOf(refreshToken)]);
    const { id, marketplace, realm } = account;
    const theirs = held?.account === id && held.marketplace === marketplace && held.realm === realm;
    if (!theirs) return INVALID;
    await this.#end(database, END_ONE, held.id, "ended");
    return undefined;
  }

  async end(sessionId: string): Promise<void> {
    await this.#end(this.#parts.database, END_ONE, sessionId, "ended");
  }

  async endAll(accountId: string, why: EndReason = "ended"): Promise<void> {
    await this.#end(this.#parts.database, END_ALL, accountId, why);
  }

  async #exchange(
    rows: ReadModel,
    refreshToken: string,
    expected: Pick<Principal, "marketplace" | "realm">,
  ): Promise<{ readonly principal: Principal; readonly next: string } | Rejection> {
    const held = await this.#held(rows, refreshToken, expected);
    if ("rejected" in held) return held;
    const now = this.#parts.clock.now();
    const { access, refresh } = this.#lifetimes(held.marketplace);
    const next = await this.#parts.refreshTokens.make(now, refresh);
    await rows.rows(EXCHANGE, [hashOf(refreshToken), now, now + access, now + refresh, held.id]);
    await rows.rows(ISSUE, [hashOf(next), held.id, now + refresh]);
    return { principal: principalOf(held), next };
  }

  /** The session of a refresh token that is still good, its rows locked. */
  async #held(
    rows: ReadModel,
    refreshToken: string,
    expected: Pick<Principal, "marketplace" | "realm">,
  ): Promise<Presented | Rejection> {
    const [held] = await rows.rows<Presented>(PRESENTED, [hashOf(refreshToken)]);
    if (held === undefined) return INVALID;
    const { marketplace, realm } = held;
    if (marketplace !== expected.marketplace || realm !== expected.realm) return INVALID;
    if (held.ended_why !== null) return held.ended_why === "blocked" ? BLOCKED : INVALID;
    if (held.used_at !== null) {
      // One of the token's two holders is a thief, and nothing tells which.
      await this.#end(rows, END_ONE, held.id, "ended");
      return INVALID;
    }
    return held.expires_at <= this.#parts.clock.now() ? EXPIRED : held;
  }

  async #end(rows: ReadModel, statement: string, id: string, why: EndReason): Promise<void> {
    const ended = await rows.rows<EndedSession>(statement, [id, this.#parts.clock.now(), why]);
    for (const session of ended) this.#parts.revocations.add(session);
  }

  async #pair(principal: Principal, refreshToken: string): Promise<TokenPair> {
    const { access } = this.#lifetimes(principal.marketplace);
    const accessToken = await this.#parts.tokens.sign(principal, access);
    return { accessToken, refreshToken, expiresIn: Math.floor(access / 1_000) };
  }

  #lifetimes(marketplace: string): Market["tokens"] {
    const lifetimes = this.#parts.lifetimes[marketplace];
    if (lifetimes === undefined) throw new Error(`${marketplace} names no token lifetimes`);
    return lifetimes;
  }

  async #purge(now: number): Promise<void> {
    this.#started += 1;
    if (this.#started % PURGE_EVERY === 0) await this.#parts.database.rows(PURGE, [now]);
  }
}
