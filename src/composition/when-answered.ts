import { isAway } from "../platform/eventlog/away.js";
import { backoff, pause } from "../platform/eventlog/waiting.js";

/** Milliseconds after which a start gives up: its stores may be starting, too. */
const PATIENCE = 60_000;

/**
 * Does the work of a start, from its beginning again while a store is away: the machine that
 * starts everything at once is at its busiest, and a store may be slow to answer then.
 *
 * @param work can be done again after it was done in part
 * @param patience milliseconds after which the last failure is thrown
 */
export async function whenAnswered(work: () => Promise<void>, patience = PATIENCE): Promise<void> {
  const until = performance.now() + patience;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error) || performance.now() > until) throw error;
      await pause(backoff(attempt, 100, 2_000));
    }
  }
}
