import type { Clock } from "../../kernel/clock.js";
import type { Deadline } from "../../kernel/process.js";
import type { Database } from "../database/database.js";

/** Real time for which a delivery is remembered. */
const MEMORY = "90 days";

/**
 * The read model `read.deadlines`, and in `ops.process_deadlines` which of its rows were acted
 * on. A row vanishes by the events that the reaction leads to; if these are refused it stays, and
 * without that memory it would be due again at every look.
 */
export class Deadlines {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #kinds: readonly string[];

  /** @param kinds the kinds of deadline that any process cares for */
  constructor(database: Database, clock: Clock, kinds: readonly string[]) {
    this.#database = database;
    this.#clock = clock;
    this.#kinds = kinds;
  }

  /** What has fallen due and was not acted on, the longest due first. */
  async due(limit: number): Promise<Deadline[]> {
    if (this.#kinds.length === 0 || !(await this.#projected())) return [];
    return this.#database.rows<Deadline>(
      `select kind, subject, marketplace, due_at, data from read.deadlines d
       where kind = any($1::text[]) and due_at <= $2 and not exists (
         select from ops.process_deadlines p
         where p.kind = d.kind and p.subject = d.subject and p.due_at = d.due_at)
       order by due_at, kind, subject limit $3`,
      [this.#kinds, new Date(this.#clock.now()).toISOString(), limit],
    );
  }

  async delivered({ kind, subject, due_at }: Deadline): Promise<void> {
    await this.#database.rows(
      `insert into ops.process_deadlines (kind, subject, due_at) values ($1, $2, $3)
       on conflict do nothing`,
      [kind, subject, due_at],
    );
  }

  /** The projection makes its table when it first runs, which may be a moment from now. */
  async #projected(): Promise<boolean> {
    const [row] = await this.#database.rows<{ there: boolean }>(
      "select to_regclass('read.deadlines') is not null as there",
    );
    return row?.there ?? false;
  }
}

/** Forgets deliveries so old that their rows are gone for good; says how many. */
export async function forgetOldDeadlines(database: Database): Promise<number> {
  const rows = await database.rows(
    `delete from ops.process_deadlines
     where delivered_at < now() - interval '${MEMORY}' returning kind`,
  );
  return rows.length;
}
