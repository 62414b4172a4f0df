import { setTimeout as pause } from "node:timers/promises";
import { TourFailed } from "./tour-failed.js";

/** Milliseconds that the service may take for what it does on its own. */
const PATIENCE = 20_000;

/** Reads again and again until what is read is right. */
export async function waitFor<T>(
  what: string,
  read: () => Promise<T>,
  isRight: (found: T) => boolean,
): Promise<T> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const found = await read();
    if (isRight(found)) return found;
    if (Date.now() > until) throw new TourFailed(`waited in vain: ${what}`);
    await pause(50);
  }
}
