import type { Rejection } from "./rejection.js";

/**
 * The kinds of token: a customer's opens no partner endpoint. A market whose users, staff and
 * admins share one door has the one realm `member` and tells them apart by role.
 */
export const REALMS = ["customer", "partner", "admin", "internal", "staff", "member"] as const;

export type Realm = (typeof REALMS)[number];

/** Who a request acts for, read off a verified access token. */
export interface Principal {
  readonly id: string;
  readonly marketplace: string;
  readonly realm: Realm;
  readonly role: string;
  readonly sessionId: string;
}

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds that the access token lives. */
  readonly expiresIn: number;
}

/** A code as somebody shows it. */
export interface ShownOtp {
  readonly marketplace: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly code: string;
}

/** One-time passwords, hashed at rest, valid once, counted (DESIGN §6). */
export interface Otps {
  /** Makes a code that replaces any earlier one of the same recipient and purpose. */
  issue(otp: {
    readonly marketplace: string;
    readonly recipient: string;
    readonly purpose: string;
    /** Milliseconds that the code is good for. */
    readonly lifetime: number;
  }): Promise<string>;
  /** Consumes the code. Refuses a wrong, expired, used or too often tried one. */
  redeem(otp: ShownOtp): Promise<Rejection | undefined>;
  /**
   * Consumes several codes together, or none of them when one is refused; only wrong ones count
   * as tries. The answer is each code's own.
   */
  redeemAll(otps: readonly ShownOtp[]): Promise<readonly (Rejection | undefined)[]>;
}

/** Passwords, hashed with argon2id. */
export interface Credentials {
  set(accountId: string, password: string): Promise<void>;
  verify(accountId: string, password: string): Promise<boolean>;
}

/** Sessions: short access tokens and rotating refresh tokens in families (DESIGN §6). */
export interface Sessions {
  start(principal: Omit<Principal, "sessionId">): Promise<TokenPair>;
  /**
   * Exchanges a refresh token once. Refuses an unknown, expired or revoked one; one that was
   * exchanged before revokes its whole family, since one of its two holders is a thief.
   */
  refresh(
    refreshToken: string,
    expected: Pick<Principal, "marketplace" | "realm">,
  ): Promise<{ readonly principal: Principal; readonly tokens: TokenPair } | Rejection>;
  /**
   * A new access token for a refresh token that stays as it is, for markets whose document does
   * not rotate them. Refuses what `refresh` refuses.
   */
  renew(
    refreshToken: string,
    expected: Pick<Principal, "marketplace" | "realm">,
  ): Promise<Pick<TokenPair, "accessToken" | "expiresIn"> | Rejection>;
  end(sessionId: string): Promise<void>;
  /** Ends the session of a refresh token; refuses one that is not of this account. */
  endOf(
    refreshToken: string,
    account: Omit<Principal, "sessionId">,
  ): Promise<Rejection | undefined>;
  /**
   * Ends every session of an account; its access tokens die at once on every process.
   *
   * @param why `blocked` answers 403 to the tokens that are still out, `ended` (the default) 401
   */
  endAll(accountId: string, why?: "ended" | "blocked"): Promise<void>;
}
