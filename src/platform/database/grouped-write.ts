interface Waiting<T, R> {
  readonly item: T;
  readonly done: (result: R) => void;
  readonly failed: (error: unknown) => void;
}

/** More rows than this in one statement gain nothing. */
const LARGEST_GROUP = 500;

/**
 * Turns many single writes into few set-based ones, without a delay for the first.
 *
 * While one write is under way, further items gather; they go out together when it is done. An
 * item's promise is kept only after its write has been, so nothing acknowledged can be lost. A
 * group that fails is written again one by one, so that one bad item fails alone.
 *
 * @param write gives one result an item, in the items' order; must be safe to repeat
 */
export function groupedWrite<T, R>(
  write: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let writing = false;

  async function writeGroup(group: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await write(group.map(({ item }) => item));
      group.forEach(({ done, failed }, index) => {
        const result = results[index];
        if (result === undefined) failed(new Error("a grouped write gave too few results"));
        else done(result);
      });
    } catch (error) {
      if (group.length === 1) group.forEach(({ failed }) => failed(error));
      else for (const one of group) await writeGroup([one]);
    }
  }

  async function drain(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, LARGEST_GROUP);
      waiting = waiting.slice(LARGEST_GROUP);
      await writeGroup(group);
    }
    writing = false;
  }

  return (item) =>
    new Promise<R>((done, failed) => {
      waiting.push({ item, done, failed });
      if (!writing) void drain();
    });
}
