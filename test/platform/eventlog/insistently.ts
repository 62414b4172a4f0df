import { setTimeout as pause } from "node:timers/promises";
import { LogUnavailable } from "../../../src/platform/eventlog/log-unavailable.js";

/**
 * Sends a command again while its outcome is unknown, as a caller does who wants to know: a store
 * that comes back late, as on a busy machine, is told as away. It must carry the same command id.
 *
 * @param told hears of every try that ended so, with the milliseconds that it took
 */
export async function insistently<T>(
  send: () => Promise<T>,
  told: (took: number) => void = () => undefined,
): Promise<T> {
  for (;;) {
    const began = performance.now();
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      told(performance.now() - began);
      await pause(100);
    }
  }
}
