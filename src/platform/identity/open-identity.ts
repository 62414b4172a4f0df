import type { Drafts } from "../../kernel/app.js";
import type { Clock } from "../../kernel/clock.js";
import type { Credentials, Otps, Sessions } from "../../kernel/identity.js";
import type { Market } from "../../kernel/market.js";
import type { Database } from "../database/database.js";
import type { Logger } from "../telemetry/log.js";
import { AccessTokens } from "./access-tokens.js";
import { DatabaseDrafts } from "./database-drafts.js";
import { OneTimePasswords } from "./one-time-passwords.js";
import { PasswordCredentials } from "./password-credentials.js";
import { RefreshTokens } from "./refresh-tokens.js";
import { Revocations } from "./revocations.js";
import { TokenSessions } from "./token-sessions.js";

/** Who callers are: all of it stands in schema `ops` (DESIGN §6). */
export interface Identity {
  readonly tokens: AccessTokens;
  readonly sessions: Sessions;
  readonly otps: Otps;
  readonly credentials: Credentials;
  readonly drafts: Drafts;
  close(): Promise<void>;
}

export interface IdentityOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Signs access tokens and keys the hashes of codes; the same on every process. */
  readonly secret: string;
  readonly markets: readonly Pick<Market, "name" | "tokens">[];
}

/** Shorter secrets could be found by trying. */
const SHORTEST_SECRET = 32;

/** Opens everything about identity; resolves when the ended sessions are known. */
export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { database, clock, log, secret, markets } = options;
  if (secret.length < SHORTEST_SECRET) {
    throw new Error(`the token secret needs at least ${SHORTEST_SECRET} characters`);
  }
  const revocations = new Revocations(database, clock, log);
  const tokens = new AccessTokens(secret, clock, revocations);
  const lifetimes = Object.fromEntries(markets.map((market) => [market.name, market.tokens]));
  await revocations.open();
  return {
    tokens,
    sessions: new TokenSessions({
      database,
      clock,
      tokens,
      refreshTokens: new RefreshTokens(secret),
      revocations,
      lifetimes,
    }),
    otps: new OneTimePasswords(database, clock, secret),
    credentials: new PasswordCredentials(database),
    drafts: new DatabaseDrafts(database, clock),
    close: () => revocations.close(),
  };
}
