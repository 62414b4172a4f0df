import type { ProjectionProgress } from "../../kernel/progress.js";
import type { Database } from "../database/database.js";
import { POSITIONS } from "./bookkeeping.js";

interface Waiter {
  readonly position: number;
  readonly resolve: (reached: boolean) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * How far the healthy projections are, as known in this process: told directly by a leader in the
 * same process, else by Postgres' notifications; asked once after each (re)connection.
 */
export class Progress implements ProjectionProgress {
  readonly #waiters = new Set<Waiter>();
  readonly #followers = new Set<(position: number) => void>();
  #position = 0;

  get position(): number {
    return this.#position;
  }

  advance(position: number): void {
    if (position <= this.#position) return;
    this.#position = position;
    for (const waiter of this.#waiters) if (waiter.position <= position) this.#settle(waiter, true);
    for (const follower of this.#followers) follower(position);
  }

  /** Tells every later position until the returned function is called. */
  follow(follower: (position: number) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  reached(position: number, milliseconds: number): Promise<boolean> {
    if (position <= this.#position) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(waiter, false), milliseconds);
      const waiter: Waiter = { position, resolve, timer };
      this.#waiters.add(waiter);
    });
  }

  /** Answers everyone who still waits: there will be no more news. */
  end(): void {
    for (const waiter of this.#waiters) this.#settle(waiter, false);
  }

  #settle(waiter: Waiter, reached: boolean): void {
    clearTimeout(waiter.timer);
    this.#waiters.delete(waiter);
    waiter.resolve(reached);
  }
}

/** A `Progress` that follows the leader wherever it runs. */
export interface WatchedProgress extends ProjectionProgress {
  readonly progress: Progress;
  close(): void;
}

export function watchProgress(database: Database): WatchedProgress {
  const progress = new Progress();
  const listening = database.listen(POSITIONS, (payload) => {
    if (payload !== undefined) progress.advance(Number(payload));
    else void ask(database).then((position) => progress.advance(position), ignore);
  });
  return {
    progress,
    reached: (position, milliseconds) => progress.reached(position, milliseconds),
    close() {
      listening.close();
      progress.end();
    },
  };
}

async function ask(database: Database): Promise<number> {
  const [row] = await database.rows<{ position: number | null }>(
    "select min(position) as position from ops.projections where state = 'live'",
  );
  return row?.position ?? 0;
}

/** Asked again after the next reconnection, and every notification tells it as well. */
function ignore(): void {
  return undefined;
}
