/** Runs work that shares a key in order, and of all keys so many pieces at a time. */
export class Lanes {
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(atATime: number) {
    this.#free = atATime;
  }

  /**
   * Begins once all earlier work under any of the keys has ended. Settles as the work does. What
   * throws does not keep later work from its turn.
   */
  run(keys: readonly string[], work: () => Promise<void>): Promise<void> {
    const before = Promise.all(keys.map((key) => this.#lanes.get(key) ?? Promise.resolve()));
    const mine = before.then(() => this.#inSlot(work));
    const ended = mine.then(ignore, ignore).then(() => {
      for (const key of keys) if (this.#lanes.get(key) === ended) this.#lanes.delete(key);
    });
    for (const key of keys) this.#lanes.set(key, ended);
    return mine;
  }

  /** Resolves when all that was begun has ended. */
  async idle(): Promise<void> {
    while (this.#lanes.size > 0) await Promise.all(this.#lanes.values());
  }

  async #inSlot(work: () => Promise<void>): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((proceed) => this.#waiting.push(proceed));
    try {
      await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}

function ignore(): void {
  return undefined;
}
