interface Waiter {
  readonly position: number;
  resolve(): void;
}

/** A position that only grows, and those who wait for it. */
export class PositionWaiters {
  #position = 0;
  readonly #waiting = new Set<Waiter>();

  reached(position: number): void {
    if (position <= this.#position) return;
    this.#position = position;
    for (const waiter of this.#waiting) if (waiter.position <= position) waiter.resolve();
  }

  /** False when the milliseconds are over first. */
  wait(position: number, milliseconds: number): Promise<boolean> {
    if (position <= this.#position) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (there: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        resolve(there);
      };
      const waiter = { position, resolve: () => end(true) };
      const timer = setTimeout(() => end(false), Math.max(0, milliseconds));
      this.#waiting.add(waiter);
    });
  }
}
