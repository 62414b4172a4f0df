/** How many appends are on their way at a time while all is well; the store writes them as one. */
const MOST = 64;

/** As long as the connection fails: no more than the client takes without queueing. */
const CAUTIOUS = 15;

/** Lets so many appends run at a time; the others wait in order. */
export class Slots {
  #limit = CAUTIOUS;
  #used = 0;
  readonly #waiting: (() => void)[] = [];

  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#used < this.#limit) this.#used += 1;
    else await new Promise<void>((proceed) => this.#waiting.push(proceed));
    try {
      return await work();
    } finally {
      this.#used -= 1;
      this.#admit();
    }
  }

  /** To be told after each append whether the connection carried it. */
  healthy(yes: boolean): void {
    this.#limit = yes ? MOST : CAUTIOUS;
  }

  #admit(): void {
    while (this.#used < this.#limit) {
      const proceed = this.#waiting.shift();
      if (proceed === undefined) return;
      this.#used += 1;
      proceed();
    }
  }
}
