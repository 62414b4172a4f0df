import { createSecretKey, type KeyObject } from "node:crypto";
import { SignJWT } from "jose";
import { newId } from "../../kernel/ids.js";

const ALGORITHM = "HS256";

/**
 * Refresh tokens: JWTs, as documents and their frontends expect, that say when they end and
 * nothing about whom they are for. Sessions know them by their hash, so the signature decides
 * nothing; without a subject and a session none of them is an access token.
 */
export class RefreshTokens {
  readonly #key: KeyObject;

  constructor(secret: string) {
    this.#key = createSecretKey(Buffer.from(secret));
  }

  /**
   * @param now milliseconds since the epoch, business time
   * @param lifetime milliseconds
   */
  make(now: number, lifetime: number): Promise<string> {
    const issued = Math.floor(now / 1_000);
    return new SignJWT({ token_type: "refresh" })
      .setProtectedHeader({ alg: ALGORITHM, typ: "JWT" })
      .setJti(newId())
      .setIssuedAt(issued)
      .setExpirationTime(issued + Math.floor(lifetime / 1_000))
      .sign(this.#key);
  }
}
