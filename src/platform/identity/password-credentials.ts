import { hash, verify } from "@node-rs/argon2";
import type { Credentials } from "../../kernel/identity.js";
import type { Database } from "../database/database.js";

const SET = `
  insert into ops.credentials (account, hash) values ($1, $2)
  on conflict (account) do update set hash = excluded.hash, changed_at = now()`;

/**
 * Passwords as argon2id hashes (the library's defaults follow OWASP). An unknown account costs
 * as much time as a wrong password, so that the time tells nobody who has an account.
 */
export class PasswordCredentials implements Credentials {
  readonly #database: Database;
  readonly #nobody: Promise<string> = hash("no account has this password");

  constructor(database: Database) {
    this.#database = database;
  }

  async set(accountId: string, password: string): Promise<void> {
    await this.#database.rows(SET, [accountId, await hash(password)]);
  }

  async verify(accountId: string, password: string): Promise<boolean> {
    const [held] = await this.#database.rows<{ hash: string }>(
      "select hash from ops.credentials where account = $1",
      [accountId],
    );
    const matches = await verify(held?.hash ?? (await this.#nobody), password);
    return held !== undefined && matches;
  }
}
