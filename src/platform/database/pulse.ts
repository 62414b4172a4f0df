import pg from "pg";
import { clientConfig, connectTimeout } from "./connection.js";
import { DatabaseUnavailable } from "./unavailable.js";

/** Milliseconds of silence after which one asks whether the server is there at all. */
const SILENCE = 2_000;

/** Milliseconds in which a server that is there lets somebody in and answers. */
const PATIENCE = 2_500;

/** The server is there and has no room: whoever waits for it may go on waiting. */
const TOO_MANY_CLIENTS = "53300";

/** Milliseconds between two looks at what is waited for. */
const LOOK_EVERY = 500;

interface Waiting {
  readonly since: number;
  readonly refuse: (error: DatabaseUnavailable) => void;
}

/**
 * Tells a server that works long from one that has fallen silent, as a hung machine or a cut
 * network does: no error comes then, and a statement's own time limit is far too long for a
 * request. Nothing is asked as long as statements are answered soon.
 */
export class Pulse {
  readonly #url: string;
  /** The longest waiting first. */
  readonly #waiting = new Set<Waiting>();
  #looking = false;

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * Settles as the work does, unless the server is found to be gone before that. The abandoned
   * work's connection goes back to its pool, or out of it, when the work ends at last.
   */
  watch<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, refuse) => {
      const waiting = { since: performance.now(), refuse };
      this.#waiting.add(waiting);
      this.#lookLater();
      void work.then(resolve, refuse).finally(() => this.#waiting.delete(waiting));
    });
  }

  #lookLater(): void {
    if (this.#looking) return;
    this.#looking = true;
    setTimeout(() => void this.#look(), LOOK_EVERY).unref();
  }

  async #look(): Promise<void> {
    const [first] = this.#waiting;
    const silent = first !== undefined && performance.now() - first.since > SILENCE;
    if (silent && !(await this.#answers())) {
      for (const waiting of this.#waiting) {
        if (performance.now() - waiting.since < SILENCE) break;
        this.#waiting.delete(waiting);
        waiting.refuse(new DatabaseUnavailable("it has fallen silent"));
      }
    }
    this.#looking = false;
    if (this.#waiting.size > 0) this.#lookLater();
  }

  /** Whether a new session gets an answer. */
  async #answers(): Promise<boolean> {
    const patience = connectTimeout(this.#url, PATIENCE);
    const client = new pg.Client({
      ...clientConfig(this.#url),
      connectionTimeoutMillis: patience,
      query_timeout: patience,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("select 1");
      return true;
    } catch (error) {
      return error instanceof Error && "code" in error && error.code === TOO_MANY_CLIENTS;
    } finally {
      // A silent server does not say good-bye either.
      client.end().catch(() => undefined);
    }
  }
}
