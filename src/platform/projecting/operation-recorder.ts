import type { Recorded } from "../../kernel/event.js";
import type { Row, RowOperation, RowWriter } from "../../kernel/row-operation.js";
import type { Table, TableShape } from "../../kernel/table.js";
import { CannotProject } from "./cannot-project.js";
import type { PlannedProjection } from "./planned-projection.js";
import type { TablePlan } from "./table-plan.js";

/** Which row an operation reads or changes. */
export interface NamedRow {
  readonly plan: TablePlan;
  readonly key: string;
  /** The key's columns; absent for inserts, which need no row to be fetched. */
  readonly keyColumns: Row | undefined;
}

/** A row operation on its way into the fold. */
export interface RecordedOperation extends NamedRow {
  readonly operation: RowOperation;
  readonly event: Recorded;
}

/** Runs a projection's handlers and keeps what they ask for, as data and in order. */
export class OperationRecorder implements RowWriter {
  readonly #projection: PlannedProjection;
  #recorded: RecordedOperation[] = [];
  #event: Recorded | undefined;

  constructor(projection: PlannedProjection) {
    this.#projection = projection;
  }

  /** The operations of a run of events; an error names the event whose handler failed. */
  record(events: readonly Recorded[]): readonly RecordedOperation[] {
    this.#recorded = [];
    const { on } = this.#projection.definition;
    for (const event of events) {
      const handle = on[event.type];
      if (handle === undefined) continue;
      this.#event = event;
      try {
        handle(event, this);
      } catch (error) {
        throw new CannotProject(this.#projection.name, event, error);
      }
    }
    return this.#recorded;
  }

  insert<R extends object>(table: Table<R>, row: R): void {
    const plan = this.#projection.plan(table);
    if (plan.sums) throw new Error(`table ${table.name} takes sums alone`);
    const canonical = plan.row(row as Row);
    const named = { plan, key: plan.keyOf(canonical), keyColumns: undefined };
    this.#keep({ op: "insert", table, row: canonical }, named);
  }

  patch<R extends object>(table: Table<R>, key: Partial<R>, columns: Partial<R>): void {
    const plan = this.#projection.plan(table);
    this.#change(table, key, (row) => plan.patched(existing(row), columns));
  }

  add<R extends object>(table: Table<R>, key: Partial<R>, deltas: Partial<R>): void {
    const plan = this.#projection.plan(table);
    this.#change(table, key, (row) => plan.patched(existing(row), sums(existing(row), deltas)));
  }

  update<R extends object>(table: Table<R>, key: Partial<R>, change: (row: R) => R): void {
    const plan = this.#projection.plan(table);
    this.#change(table, key, (row) => plan.row(change(existing(row) as R) as Row));
  }

  upsert<R extends object>(
    table: Table<R>,
    key: Partial<R>,
    change: (row: R | undefined) => R,
  ): void {
    const plan = this.#projection.plan(table);
    this.#change(table, key, (row) => plan.row(change(row as R | undefined) as Row));
  }

  remove<R extends object>(table: Table<R>, key: Partial<R>): void {
    const row = rowOf(this.#mutable(table), key);
    this.#keep({ op: "remove", table, key: row.keyColumns }, row);
  }

  derive<S extends object, R extends object>(
    table: Table<S>,
    key: Partial<S>,
    target: Table<R>,
    make: (row: S) => R,
  ): void {
    const row = rowOf(this.#mutable(table), key);
    const into = this.#projection.plan(target);
    const derived = (source: Row): Row => into.row(make(source as S) as Row);
    this.#keep({ op: "derive", table, key: row.keyColumns, target, make: derived }, row);
  }

  tally<S extends object, R extends object>(
    table: Table<S>,
    key: Partial<S>,
    target: Table<R>,
    make: (row: S) => readonly R[],
  ): void {
    const row = rowOf(this.#mutable(table), key);
    const into = this.#projection.plan(target);
    if (!into.sums) throw new Error(`table ${target.name} is none of sums`);
    const added = (source: Row): readonly Row[] =>
      make(source as S).map((sums) => into.row(sums as Row));
    this.#keep({ op: "tally", table, key: row.keyColumns, target, make: added }, row);
  }

  #change(table: TableShape, key: Row, change: (row: Row | undefined) => Row): void {
    const row = rowOf(this.#mutable(table), key);
    this.#keep({ op: "change", table, key: row.keyColumns, change }, row);
  }

  /**
   * A table of inserts alone is streamed out in a rebuild: its rows cannot be had again. Of one
   * of sums, the memory holds what was added since rows were last written.
   */
  #mutable(table: TableShape): TablePlan {
    const plan = this.#projection.plan(table);
    if (plan.appendOnly) throw new Error(`table ${table.name} is append-only`);
    if (plan.sums) throw new Error(`table ${table.name} takes sums alone`);
    return plan;
  }

  #keep(operation: RowOperation, { plan, key, keyColumns }: NamedRow): void {
    if (this.#event === undefined) throw new Error("a row writer was used outside its handler");
    this.#recorded.push({ operation, event: this.#event, plan, key, keyColumns });
  }
}

function rowOf(plan: TablePlan, key: Row): NamedRow & { readonly keyColumns: Row } {
  const keyColumns = plan.keyColumns(key);
  return { plan, key: plan.keyOf(keyColumns), keyColumns };
}

/** The row; throws where there is none. */
export function existing(row: Row | undefined): Row {
  if (row === undefined) throw new Error("the row does not exist");
  return row;
}

function sums(row: Row, deltas: object): Row {
  const columns: Record<string, unknown> = {};
  for (const [name, delta] of Object.entries(deltas)) {
    const before = row[name];
    if (typeof before !== "number" || typeof delta !== "number") {
      throw new TypeError(`${name} is no number to add to`);
    }
    columns[name] = before + delta;
  }
  return columns;
}
