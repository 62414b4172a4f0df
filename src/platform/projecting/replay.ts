import type { FeedPage } from "../../kernel/event-feed.js";
import type { Connection } from "../database/connection.js";
import type { CopyLoader } from "./copy-loader.js";
import { Fold } from "./fold.js";
import { isPassing } from "./isolate-poison.js";
import type { PlannedProjection } from "./planned-projection.js";
import { Spill } from "./spill.js";
import type { StoredRows } from "./stored-rows.js";
import type { TablePlan } from "./table-plan.js";

/** Rows handed to the loader at a time when the memory is written out. */
const SLICE = 2_000;

export interface ReplayTools {
  readonly loader: CopyLoader;
  /** For rows that had to leave the memory. */
  readonly session: Connection;
  readonly stored: StoredRows;
  /** Rows in memory at most; beyond that those longest unused are written out. */
  readonly mostRows: number;
}

/**
 * Folds the log in memory: many events to one row cost one write. Rows of append-only tables
 * leave for COPY at once. A projection that fails is left out and the others go on.
 */
export class Replay {
  readonly failed = new Map<PlannedProjection, Error>();
  readonly #tools: ReplayTools;
  readonly #spill: Spill;
  #folds: readonly Fold[];

  constructor(projections: readonly PlannedProjection[], tools: ReplayTools) {
    this.#tools = tools;
    this.#folds = projections.map((projection) => new Fold(projection));
    this.#spill = new Spill(tools);
  }

  /** Tables that have their key already, since rows of theirs had to be found again. */
  get keyed(): ReadonlySet<TablePlan> {
    return this.#spill.spilled;
  }

  async page(page: FeedPage): Promise<void> {
    const { loader, mostRows } = this.#tools;
    for (const fold of this.#folds) {
      await this.#attempt(fold, async () => {
        fold.record(page.events);
        await this.#spill.fetch(fold);
        fold.apply();
        for (const state of fold.tables) {
          if (state.appended.length > 0) loader.load(state.plan, state.appended);
          state.appended = [];
        }
      });
    }
    this.#dropRefused();
    await loader.room();
    let rows = 0;
    for (const { tables } of this.#folds) for (const { entries } of tables) rows += entries.size;
    if (rows > mostRows) await this.#spill.evict(this.#folds, rows - mostRows / 2);
  }

  /** Writes out what is still in memory. */
  async finish(): Promise<void> {
    for (const fold of this.#folds) {
      await this.#attempt(fold, async () => {
        for (const state of fold.tables) {
          await this.#spill.writeOut(state, [...state.entries.values()], SLICE);
          state.entries.clear();
        }
      });
    }
    await this.#tools.loader.flush();
    this.#dropRefused();
  }

  async #attempt(fold: Fold, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isPassing(error)) throw error;
      this.fail(fold.projection, error);
    }
  }

  fail(projection: PlannedProjection, error: unknown): void {
    this.failed.set(projection, error instanceof Error ? error : new Error(String(error)));
    this.#folds = this.#folds.filter((fold) => fold.projection !== projection);
  }

  #dropRefused(): void {
    const { refused } = this.#tools.loader;
    if (refused.size === 0) return;
    for (const { projection } of this.#folds) {
      const table = projection.tables.find((plan) => refused.has(plan));
      if (table !== undefined) this.fail(projection, refused.get(table));
    }
  }
}
