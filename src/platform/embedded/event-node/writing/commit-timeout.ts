/** EventStoreDB looks at its waiting writes a few times a second; no timeout is finer (ms). */
const TICK = 250;

/** A write took longer than its caller may be kept waiting; whether it succeeds stays open. */
export class CommitTimedOut extends Error {
  override readonly name = "CommitTimedOut";
}

/**
 * Waits for a write at most so many milliseconds (undefined: as long as it takes), then throws
 * CommitTimedOut. The write itself goes on and may yet become durable, as on a real server, so the
 * caller has to ask again with the same event ids.
 */
export async function withinTime<T>(write: Promise<T>, timeout: number | undefined): Promise<T> {
  if (timeout === undefined) return write;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const wait = Math.ceil(timeout / TICK) * TICK;
    timer = setTimeout(() => reject(new CommitTimedOut("The write was not durable in time")), wait);
  });
  try {
    return await Promise.race([write, late]);
  } finally {
    clearTimeout(timer);
  }
}
