import { setTimeout as delay } from "node:timers/promises";

const PATIENCE_MS = 120_000;
const PAUSE_MS = 20;

/**
 * Waits until the look returns something other than undefined, and returns that. A look that throws
 * has not seen it yet. Fails after two minutes: long enough for a machine that is busy with other
 * things as well.
 */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const seen = await look();
      if (seen !== undefined) return seen;
    } catch (error) {
      last = error;
    }
    await delay(PAUSE_MS);
  }
  throw new Error(`Not seen in ${PATIENCE_MS} ms: ${what}`, { cause: last });
}
