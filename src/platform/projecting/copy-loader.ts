import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Row } from "../../kernel/row-operation.js";
import type { Connection } from "../database/connection.js";
import { named } from "../database/unavailable.js";
import { copyEncoder } from "./copy-encoder.js";
import { isPassing } from "./isolate-poison.js";
import { columnList, qualified } from "./sql-text.js";
import type { TablePlan } from "./table-plan.js";

/** Bytes of one COPY: large enough that its start and end do not count. */
const CHUNK = 1 << 20;

/** Bytes that may wait for Postgres before the caller has to. */
const WAITING = 8 << 20;

/** Rows of one table on their way into a COPY. */
interface Gathering {
  readonly plan: TablePlan;
  readonly encode: (row: Row) => string;
  readonly parts: Buffer[];
  bytes: number;
}

interface Job {
  readonly plan: TablePlan;
  readonly parts: readonly Buffer[];
  readonly bytes: number;
}

/**
 * Loads rows into the tables of schema `rebuild` by COPY, while the caller folds on.
 *
 * A table whose rows Postgres refuses is kept in `refused` and takes no more; that is its own
 * projection's failure alone. A lost database fails everything.
 */
export class CopyLoader {
  readonly refused = new Map<TablePlan, Error>();
  readonly #idle: Connection[];
  readonly #gathering = new Map<TablePlan, Gathering>();
  readonly #running = new Set<Promise<void>>();
  readonly #queue: Job[] = [];
  #waiting = 0;
  #broken: { readonly error: unknown } | undefined;

  /** @param connections used by nobody else until the loader is flushed */
  constructor(connections: readonly Connection[]) {
    this.#idle = [...connections];
  }

  /** Takes rows; those of one call reach Postgres in one statement. */
  load(plan: TablePlan, rows: Iterable<Row>): void {
    const gathering = this.#gatheringOf(plan);
    let text = "";
    for (const row of rows) text += gathering.encode(row);
    if (text === "") return;
    // Bytes at once: pieces of strings that wait for a full chunk would burden the collector.
    const part = Buffer.from(text, "utf8");
    gathering.parts.push(part);
    gathering.bytes += part.length;
    if (gathering.bytes >= CHUNK) this.#enqueue(gathering);
  }

  /** Waits while too much is on its way. */
  async room(): Promise<void> {
    while (this.#waiting > WAITING && this.#running.size > 0) await Promise.race(this.#running);
    if (this.#broken !== undefined) throw this.#broken.error;
  }

  /** Waits until Postgres has everything. */
  async flush(): Promise<void> {
    for (const gathering of this.#gathering.values()) this.#enqueue(gathering);
    while (this.#running.size > 0) await Promise.race(this.#running);
    if (this.#broken !== undefined) throw this.#broken.error;
  }

  #gatheringOf(plan: TablePlan): Gathering {
    const known = this.#gathering.get(plan);
    if (known !== undefined) return known;
    const made = { plan, encode: copyEncoder(plan), parts: [], bytes: 0 };
    this.#gathering.set(plan, made);
    return made;
  }

  #enqueue(gathering: Gathering): void {
    const { plan, bytes } = gathering;
    const parts = gathering.parts.splice(0);
    gathering.bytes = 0;
    if (bytes === 0 || this.refused.has(plan)) return;
    this.#queue.push({ plan, parts, bytes });
    this.#waiting += bytes;
    this.#start();
  }

  #start(): void {
    const connection = this.#idle.pop();
    if (connection === undefined) return;
    const job = this.#queue.shift();
    if (job === undefined) {
      this.#idle.push(connection);
      return;
    }
    const run = copy(connection, job)
      .catch((error: unknown) => this.#failed(job.plan, error))
      .finally(() => {
        this.#running.delete(run);
        this.#waiting -= job.bytes;
        this.#idle.push(connection);
        this.#start();
      });
    this.#running.add(run);
  }

  #failed(plan: TablePlan, error: unknown): void {
    if (isPassing(error) || !(error instanceof Error)) this.#broken ??= { error };
    else this.refused.set(plan, error);
  }
}

async function copy(connection: Connection, { plan, parts }: Job): Promise<void> {
  const table = qualified("rebuild", plan.name);
  const sql = `copy ${table} (${columnList(plan.columns)}) from stdin`;
  try {
    const stream = connection.client.query(copyFrom(sql));
    for (const part of parts) stream.write(part);
    stream.end();
    await finished(stream);
  } catch (error) {
    throw named(error);
  }
}
