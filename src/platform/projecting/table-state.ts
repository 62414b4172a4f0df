import type { Row } from "../../kernel/row-operation.js";
import type { TablePlan } from "./table-plan.js";

/** What a fold knows of one row. */
export interface Entry {
  /** Undefined when there is no such row (any more). */
  row: Row | undefined;
  /** The row of this key as the database holds it, if it does. */
  stored: Row | undefined;
  /** Whether the fold changed it since it was fetched. */
  changed: boolean;
  /** The last page that used it: what was used longest ago leaves a full memory first. */
  usedIn: number;
}

/** The rows of one table that a fold holds in memory. */
export class TableState {
  readonly plan: TablePlan;
  readonly entries = new Map<string, Entry>();
  /** New rows of an append-only table, which nothing reads again. */
  appended: Row[] = [];
  #page = 0;

  constructor(plan: TablePlan) {
    this.plan = plan;
  }

  nextPage(): void {
    this.#page += 1;
  }

  /** Takes a row as the database holds it. */
  take(row: Row): void {
    const key = this.plan.keyOf(row);
    this.entries.set(key, { row, stored: row, changed: false, usedIn: this.#page });
  }

  row(key: string): Row | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    entry.usedIn = this.#page;
    return entry.row;
  }

  insert(key: string, row: Row): void {
    if (this.plan.appendOnly) {
      this.appended.push(row);
      return;
    }
    if (this.entries.get(key)?.row !== undefined) throw new Error("the row exists already");
    this.#set(key, row);
  }

  change(key: string, change: (row: Row | undefined) => Row): void {
    const next = change(this.entries.get(key)?.row);
    if (this.plan.keyOf(next) !== key)
      throw new Error("a change may not move a row to another key");
    this.#set(key, next);
  }

  /** Adds to a row of a table of sums; what memory holds of it is what is not yet written. */
  add(row: Row): void {
    const key = this.plan.keyOf(row);
    const present = this.entries.get(key)?.row;
    this.#set(key, present === undefined ? row : this.plan.sum(present, row));
  }

  remove(key: string): void {
    if (this.entries.has(key)) this.#set(key, undefined);
  }

  #set(key: string, row: Row | undefined): void {
    const entry = this.entries.get(key);
    if (entry === undefined) {
      this.entries.set(key, { row, stored: undefined, changed: true, usedIn: this.#page });
      return;
    }
    entry.row = row;
    entry.changed = true;
    entry.usedIn = this.#page;
  }
}
