import type { Fold } from "./fold.js";
import type { ReplayTools } from "./replay.js";
import { createKey } from "./table-ddl.js";
import type { TablePlan } from "./table-plan.js";
import type { Entry, TableState } from "./table-state.js";

const SLICE = 2_000;

/** Keeps a replay's memory bounded: rows that were not used for long go to their tables. */
export class Spill {
  /** Tables of which not all rows are in memory. */
  readonly spilled = new Set<TablePlan>();
  readonly #tools: Omit<ReplayTools, "mostRows">;

  constructor(tools: Omit<ReplayTools, "mostRows">) {
    this.#tools = tools;
  }

  /** Brings back the rows that the fold's page needs, from those tables that were spilled. */
  async fetch(fold: Fold): Promise<void> {
    if (!fold.tables.some(({ plan }) => this.spilled.has(plan))) return;
    const wanted = [...fold.wanted()].filter(([{ plan }]) => this.spilled.has(plan));
    await this.#tools.stored.fetch(new Map(wanted));
  }

  /** Writes out at least so many rows, those unused for longest, and forgets them. */
  async evict(folds: readonly Fold[], rows: number): Promise<void> {
    const states = folds.flatMap(({ tables }) => tables);
    const before = pageToForget(states, rows);
    for (const state of states) {
      const old = [...state.entries].filter(([, { usedIn }]) => usedIn <= before);
      if (old.length === 0) continue;
      if (!this.spilled.has(state.plan)) {
        await this.#tools.session.script(createKey(state.plan, "rebuild"));
        this.spilled.add(state.plan);
      }
      await this.writeOut(
        state,
        old.map(([, entry]) => entry),
        SLICE,
      );
      for (const [key] of old) state.entries.delete(key);
    }
    await this.#tools.loader.flush();
  }

  /**
   * Hands new rows to the loader and changes stored ones, slice by slice. Sums are added where
   * some were written before.
   */
  async writeOut(state: TableState, entries: readonly Entry[], slice: number): Promise<void> {
    const { loader, stored } = this.#tools;
    for (let from = 0; from < entries.length; from += slice) {
      const some = entries.slice(from, from + slice);
      if (state.plan.sums && this.spilled.has(state.plan)) {
        await stored.write(state, some);
        continue;
      }
      const fresh = some.filter((entry) => entry.stored === undefined);
      loader.load(
        state.plan,
        fresh.flatMap(({ row }) => (row === undefined ? [] : [row])),
      );
      await stored.write(
        state,
        some.filter((entry) => entry.stored !== undefined),
      );
      await loader.room();
    }
  }
}

/** The page number up to which entries must go for `rows` of them to be gone. */
function pageToForget(states: readonly TableState[], rows: number): number {
  const counts = new Map<number, number>();
  for (const { entries } of states) {
    for (const { usedIn } of entries.values()) counts.set(usedIn, (counts.get(usedIn) ?? 0) + 1);
  }
  let left = rows;
  for (const page of [...counts.keys()].sort((a, b) => a - b)) {
    left -= counts.get(page) ?? 0;
    if (left <= 0) return page;
  }
  return Infinity;
}
