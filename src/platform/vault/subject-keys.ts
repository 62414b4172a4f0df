import { randomBytes } from "node:crypto";
import type { Database } from "../database/database.js";
import { groupedWrite } from "../database/grouped-write.js";
import { KEY_BYTES, unwrapWith, wrap, type MasterKeys } from "./master-key.js";

/** A person's key; null when the person is erased or was never known. */
export type SubjectKey = Buffer | null;

/** The table `ops.subject_keys`. */
export class SubjectKeys {
  readonly #database: Database;
  readonly #masters: MasterKeys;
  readonly #created = groupedWrite((subjects: readonly string[]) =>
    this.#findOrCreateAll(subjects),
  );

  constructor(database: Database, masters: MasterKeys) {
    this.#database = database;
    this.#masters = masters;
  }

  /** One query for any number of subjects. */
  async find(subjects: readonly string[]): Promise<Map<string, SubjectKey>> {
    const rows = await this.#database.rows<{ subject: string; key: Buffer | null }>(
      "select subject, key from ops.subject_keys where subject = any($1::text[])",
      [subjects],
    );
    const keys = new Map<string, SubjectKey>(subjects.map((subject) => [subject, null]));
    for (const { subject, key } of rows) {
      keys.set(subject, key === null ? null : unwrapWith(this.#masters, subject, key));
    }
    return keys;
  }

  /**
   * The subject's key, made if there is none. It is committed before this resolves, so an event
   * sealed with it can always be opened again. Of two processes that make one at a time, the
   * first wins and both get the winner's. An erased subject keeps its row and gets no new key.
   */
  async findOrCreate(subject: string): Promise<SubjectKey> {
    return (await this.#created(subject)).key;
  }

  async #findOrCreateAll(subjects: readonly string[]): Promise<readonly { key: SubjectKey }[]> {
    const { current } = this.#masters;
    const fresh = subjects.map((subject) => wrap(current, subject, randomBytes(KEY_BYTES)));
    await this.#database.rows(
      `insert into ops.subject_keys (subject, key)
       select * from unnest($1::text[], $2::bytea[]) order by 1
       on conflict (subject) do nothing`,
      [subjects, fresh],
    );
    const keys = await this.find(subjects);
    return subjects.map((subject) => ({ key: keys.get(subject) ?? null }));
  }

  /**
   * True if there was a key to destroy. Every process is told once it is committed. Of an id that
   * has no key nothing is kept, or a slip of the pen would leave a person who can never be known.
   */
  async erase(subject: string, channel: string): Promise<boolean> {
    return this.#database.transaction(async (transaction) => {
      const [had] = await transaction.rows<{ had: boolean }>(
        `select key is not null as had from ops.subject_keys where subject = $1 for update`,
        [subject],
      );
      await transaction.rows(
        `update ops.subject_keys set key = null, erased_at = coalesce(erased_at, now())
         where subject = $1`,
        [subject],
      );
      await transaction.rows("select pg_notify($1, $2)", [channel, subject]);
      return had?.had ?? false;
    });
  }
}
