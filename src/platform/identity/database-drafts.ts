import type { Drafts } from "../../kernel/app.js";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../database/database.js";

const PURGE_EVERY = 200;

/** A draft of another owner is left alone, even under the same id. */
const PUT = `
  insert into ops.drafts as held (kind, id, owner, value, made_at, expires_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (kind, id) do update set
    value = excluded.value, made_at = excluded.made_at, expires_at = excluded.expires_at
  where held.owner = excluded.owner`;

const GET = `
  select value from ops.drafts
  where kind = $1 and id = $2 and owner = $3 and expires_at > $4`;

const LATEST = `
  select value from ops.drafts
  where kind = $1 and owner = $2 and expires_at > $3
  order by made_at desc, number desc limit 1`;

/** Drafts in Postgres, so that the next request may reach another process. */
export class DatabaseDrafts implements Drafts {
  readonly #database: Database;
  readonly #clock: Clock;
  #puts = 0;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async put({ kind, id, owner, value, lifetime }: Parameters<Drafts["put"]>[0]): Promise<void> {
    const now = this.#clock.now();
    const text = JSON.stringify(value);
    await this.#database.rows(PUT, [kind, id, owner, text, now, now + lifetime]);
    this.#puts += 1;
    if (this.#puts % PURGE_EVERY === 0) {
      await this.#database.rows("delete from ops.drafts where expires_at <= $1", [now]);
    }
  }

  get<V extends object>(kind: string, id: string, owner: string): Promise<V | undefined> {
    return this.#value<V>(GET, [kind, id, owner, this.#clock.now()]);
  }

  latest<V extends object>(kind: string, owner: string): Promise<V | undefined> {
    return this.#value<V>(LATEST, [kind, owner, this.#clock.now()]);
  }

  async #value<V extends object>(
    statement: string,
    values: readonly unknown[],
  ): Promise<V | undefined> {
    const [row] = await this.#database.rows<{ value: V }>(statement, values);
    return row?.value;
  }
}
