import type { Connection } from "../database/connection.js";
import type { Row } from "../../kernel/row-operation.js";
import { tableStatements, type TableSchema, type TableStatements } from "./sql-text.js";
import type { TablePlan } from "./table-plan.js";
import type { Entry, TableState } from "./table-state.js";
import type { WantedRows } from "./fold.js";

/**
 * Between folds and the tables of one schema, set by set: one query a table for the rows that a
 * page needs, at most one statement a table each for what is gone, changed and new.
 *
 * The connection sends without waiting, so the statements of all tables cost one round trip.
 */
export class StoredRows {
  readonly #connection: Connection;
  readonly #schema: TableSchema;
  readonly #statements = new Map<TablePlan, TableStatements>();

  constructor(connection: Connection, schema: TableSchema) {
    this.#connection = connection;
    this.#schema = schema;
  }

  /** Fetches the rows into the tables' states; rows that do not exist stay absent. */
  async fetch(wanted: WantedRows): Promise<void> {
    await Promise.all(
      [...wanted].map(async ([state, keys]) => {
        const rows = await this.#send<Row>(this.#of(state.plan).fetch, keys);
        for (const row of rows) state.take(row);
      }),
    );
  }

  /** Writes what the fold has changed in one table. The entries themselves stay as they are. */
  async write(state: TableState, entries: Iterable<Entry>): Promise<void> {
    const { add, remove, update, insert } = this.#of(state.plan);
    if (state.plan.sums) {
      const sums = [...entries].flatMap(({ row }) => (row === undefined ? [] : [row]));
      if (sums.length > 0) await this.#send(add, sums);
      return;
    }
    const { gone, changed, fresh } = sort(state, entries);
    const sent: Promise<unknown>[] = [];
    if (gone.length > 0) sent.push(this.#send(remove, gone));
    if (changed.length > 0 && update !== undefined) sent.push(this.#send(update, changed));
    if (fresh.length > 0) sent.push(this.#send(insert, fresh));
    await Promise.all(sent);
  }

  #send<R extends object>(sql: string, rows: readonly Row[]): Promise<R[]> {
    return this.#connection.rows<R>(sql, [JSON.stringify(rows)]);
  }

  #of(plan: TablePlan): TableStatements {
    const known = this.#statements.get(plan);
    if (known !== undefined) return known;
    const made = tableStatements(plan, this.#schema);
    this.#statements.set(plan, made);
    return made;
  }
}

interface Changes {
  /** Keys (and the rest, which is ignored) of rows to delete. */
  readonly gone: Row[];
  readonly changed: Row[];
  readonly fresh: Row[];
}

function sort(state: TableState, entries: Iterable<Entry>): Changes {
  const changes: Changes = { gone: [], changed: [], fresh: [...state.appended] };
  for (const entry of entries) {
    if (!entry.changed) continue;
    if (entry.row === undefined) {
      if (entry.stored !== undefined) changes.gone.push(entry.stored);
    } else if (entry.stored === undefined) {
      changes.fresh.push(entry.row);
    } else {
      changes.changed.push(entry.row);
    }
  }
  return changes;
}
