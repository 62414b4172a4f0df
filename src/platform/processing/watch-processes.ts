import type { EventFeed } from "../../kernel/event-feed.js";
import { newId } from "../../kernel/ids.js";
import type { ProcessProgress } from "../../kernel/progress.js";
import type { Database } from "../database/database.js";
import { isAway } from "../eventlog/away.js";
import { pause } from "../eventlog/waiting.js";
import { PROGRESS_CHANNEL, readCheckpoint } from "./checkpoints.js";
import { PositionWaiters } from "./position-waiters.js";

/** Asks whoever leads to act on all that is due; payload: the asker's id for it. */
export const DUE_CHANNEL = "process_due";

/** The leader's answer; payload: the id and how many reactions it delivered. */
export const DUE_DONE_CHANNEL = "process_due_done";

/** How often consequences of consequences are waited for. */
const ROUNDS = 3;

/** Milliseconds until an unanswered question is asked again: a leader may just have changed. */
const ASK_AGAIN = 250;

/** Milliseconds until nobody leads, for all that can be seen from here. */
const ASK_PATIENCE = 60_000;

/** The processes as any process of the service sees them, whether it runs them or not. */
export interface Processes extends ProcessProgress {
  /**
   * Has everything acted on that is due by the business clock, consequences included, and
   * resolves once that is done: how many reactions that were. For the sandbox's clock.
   */
  runDueNow(): Promise<{ delivered: number }>;
}

export interface WatchedProcesses extends Processes {
  /** To be told how far this very process has come, ahead of the database. */
  reached(position: number): void;
  close(): void;
}

export function watchProcesses(database: Database, feed: EventFeed): WatchedProcesses {
  const waiters = new PositionWaiters();
  const listening = database.listen(PROGRESS_CHANNEL, (payload) => {
    if (payload !== undefined) return waiters.reached(Number(payload));
    // Whatever was said before this connection was missed; without a database nobody advances.
    readCheckpoint(database).then(
      (position) => waiters.reached(position),
      () => undefined,
    );
  });
  return {
    reached: (position) => waiters.reached(position),
    close: () => listening.close(),
    async settled(position, milliseconds) {
      const until = performance.now() + milliseconds;
      let target = position;
      for (let round = 0; round <= ROUNDS; round += 1) {
        if (!(await waiters.wait(target, until - performance.now()))) return false;
        const end = await feed.end().catch(ifAway);
        if (end === undefined) return false;
        if (end <= target) return true;
        target = end;
      }
      return true;
    },
    runDueNow: () => askLeader(database),
  };
}

/** Nobody can tell what has happened while the log is away. */
function ifAway(error: unknown): undefined {
  if (!isAway(error)) throw error;
}

async function askLeader(database: Database): Promise<{ delivered: number }> {
  const id = newId();
  const answered = new AbortController();
  let delivered: number | undefined;
  const listening = database.listen(DUE_DONE_CHANNEL, (payload = "") => {
    const [asker, count] = payload.split(" ");
    if (asker !== id) return;
    delivered = Number(count);
    answered.abort();
  });
  try {
    const until = performance.now() + ASK_PATIENCE;
    while (!answered.signal.aborted && performance.now() < until) {
      await database.rows("select pg_notify($1, $2)", [DUE_CHANNEL, id]);
      await pause(ASK_AGAIN, answered.signal);
    }
  } finally {
    listening.close();
  }
  if (delivered === undefined) throw new Error("no process of the service runs the deadlines");
  return { delivered };
}
