import type { Recorded } from "../../kernel/event.js";
import type { Row } from "../../kernel/row-operation.js";
import { CannotProject } from "./cannot-project.js";
import {
  existing,
  OperationRecorder,
  type NamedRow,
  type RecordedOperation,
} from "./operation-recorder.js";
import type { PlannedProjection } from "./planned-projection.js";
import type { TablePlan } from "./table-plan.js";
import { TableState } from "./table-state.js";

/** Keys whose rows a page reads or changes, by table. */
export type WantedRows = ReadonlyMap<TableState, readonly Row[]>;

/**
 * The fold of one projection, the same for both runners: `record` runs the handlers over a page,
 * `wanted` says which rows they need, and once those are in the tables' states `apply` folds.
 * The live runner makes a fold a page; a rebuild keeps one and its rows until the end.
 */
export class Fold {
  readonly projection: PlannedProjection;
  readonly tables: readonly TableState[];
  readonly #states: ReadonlyMap<TablePlan, TableState>;
  readonly #recorder: OperationRecorder;
  #recorded: readonly RecordedOperation[] = [];

  constructor(projection: PlannedProjection) {
    this.projection = projection;
    this.tables = projection.tables.map((plan) => new TableState(plan));
    this.#states = new Map(this.tables.map((state) => [state.plan, state]));
    this.#recorder = new OperationRecorder(projection);
  }

  record(events: readonly Recorded[]): void {
    for (const state of this.tables) state.nextPage();
    this.#recorded = this.#recorder.record(events);
  }

  /** The rows that the recorded operations need and that are not in memory, each once. */
  wanted(): WantedRows {
    const wanted = new Map<TableState, Map<string, Row>>();
    const want = ({ plan, key, keyColumns }: NamedRow): void => {
      if (keyColumns === undefined) return;
      const state = this.#state(plan);
      if (state.entries.has(key)) return;
      const keys = wanted.get(state) ?? new Map<string, Row>();
      wanted.set(state, keys.set(key, keyColumns));
    };
    for (const recorded of this.#recorded) want(recorded);
    return new Map([...wanted].map(([state, keys]) => [state, [...keys.values()]]));
  }

  /** Folds what was recorded, in order; an error names projection, event and row. */
  apply(): void {
    for (const recorded of this.#recorded) {
      try {
        this.#applyOne(recorded);
      } catch (error) {
        const { name } = recorded.plan;
        const row = `${name} ${JSON.stringify(recorded.key.split("\u0000"))}`;
        throw new CannotProject(this.projection.name, recorded.event, error, row);
      }
    }
    this.#recorded = [];
  }

  #applyOne({ operation, plan, key }: RecordedOperation): void {
    const state = this.#state(plan);
    switch (operation.op) {
      case "insert":
        return state.insert(key, operation.row);
      case "change":
        return state.change(key, operation.change);
      case "remove":
        return state.remove(key);
      case "derive": {
        const row = operation.make(existing(state.row(key)));
        const target = this.#state(this.projection.plan(operation.target));
        return target.insert(target.plan.keyOf(row), row);
      }
      case "tally": {
        const target = this.#state(this.projection.plan(operation.target));
        for (const row of operation.make(existing(state.row(key)))) target.add(row);
        return;
      }
    }
  }

  #state(plan: TablePlan): TableState {
    const state = this.#states.get(plan);
    if (state === undefined) throw new Error(`no state for table ${plan.name}`);
    return state;
  }
}
