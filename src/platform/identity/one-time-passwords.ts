import { createHmac, randomInt } from "node:crypto";
import type { Clock } from "../../kernel/clock.js";
import type { Otps, ShownOtp } from "../../kernel/identity.js";
import { reject } from "../../kernel/rejection.js";
import type { Database } from "../database/database.js";

const DIGITS = 6;
const MOST_ATTEMPTS = 5;
const PURGE_EVERY = 500;

/** One answer for wrong, expired, used and worn-out codes: a guesser learns nothing. */
const REFUSED = reject("unauthenticated", "otp_invalid", "The code is wrong or has expired.");

/** A newer code replaces the older one and begins with all its attempts. */
const ISSUE = `
  insert into ops.otps (recipient, code, expires_at) values ($1, $2, $3)
  on conflict (recipient) do update
    set code = excluded.code, expires_at = excluded.expires_at, attempts = 0, used_at = null`;

/** The row's lock makes the check, the count and the use one step for any number of callers. */
const REDEEM = `
  update ops.otps set attempts = attempts + 1, used_at = case when code = $2 then $3::bigint end
  where recipient = $1 and used_at is null and attempts < ${MOST_ATTEMPTS} and expires_at > $3
  returning used_at is not null as redeemed`;

/** A code that is right is left as it is; it may be used once the others are right, too. */
const TRY = `
  update ops.otps set attempts = attempts + (code <> $2)::int
  where recipient = $1 and used_at is null and attempts < ${MOST_ATTEMPTS} and expires_at > $3
  returning code = $2 as right`;

const USE = "update ops.otps set used_at = $2 where recipient = any($1)";

type Recipient = Omit<ShownOtp, "code">;

/**
 * One-time passwords in Postgres. Recipient and code are kept as keyed hashes alone: the table
 * tells neither who was written to nor what.
 */
export class OneTimePasswords implements Otps {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #secret: string;
  #issued = 0;

  constructor(database: Database, clock: Clock, secret: string) {
    this.#database = database;
    this.#clock = clock;
    this.#secret = secret;
  }

  async issue(otp: Recipient & { readonly lifetime: number }): Promise<string> {
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, "0");
    const now = this.#clock.now();
    const recipient = this.#recipientHash(otp);
    const values = [recipient, this.#codeHash(recipient, code), now + otp.lifetime];
    await this.#database.rows(ISSUE, values);
    this.#issued += 1;
    if (this.#issued % PURGE_EVERY === 0) {
      await this.#database.rows("delete from ops.otps where expires_at <= $1", [now]);
    }
    return code;
  }

  async redeem(otp: ShownOtp): Promise<typeof REFUSED | undefined> {
    const recipient = this.#recipientHash(otp);
    const values = [recipient, this.#codeHash(recipient, otp.code), this.#clock.now()];
    const [row] = await this.#database.rows<{ redeemed: boolean }>(REDEEM, values);
    return row?.redeemed === true ? undefined : REFUSED;
  }

  redeemAll(otps: readonly ShownOtp[]): Promise<readonly (typeof REFUSED | undefined)[]> {
    const now = this.#clock.now();
    return this.#database.transaction(async (rows) => {
      const recipients = otps.map((otp) => this.#recipientHash(otp));
      const outcomes: (typeof REFUSED | undefined)[] = [];
      for (const [index, { code }] of otps.entries()) {
        const recipient = recipients[index] ?? "";
        const values = [recipient, this.#codeHash(recipient, code), now];
        const [row] = await rows.rows<{ right: boolean }>(TRY, values);
        outcomes.push(row?.right === true ? undefined : REFUSED);
      }
      const allRight = outcomes.every((outcome) => outcome === undefined);
      if (allRight) await rows.rows(USE, [recipients, now]);
      return outcomes;
    });
  }

  #recipientHash({ marketplace, purpose, recipient }: Recipient): string {
    return this.#hash(["recipient", marketplace, purpose, recipient]);
  }

  #codeHash(recipient: string, code: string): string {
    return this.#hash(["code", recipient, code]);
  }

  #hash(parts: readonly string[]): string {
    return createHmac("sha256", this.#secret).update(JSON.stringify(parts)).digest("base64url");
  }
}
